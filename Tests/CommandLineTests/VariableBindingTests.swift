import AccordContract
import ArgumentParser
import Testing

@testable import AccordCommandLine

@Suite("Values for variables")
struct VariableBindingTests {
  private static let variables: [String: Variable] = [
    "id": Variable("id", .integer), "name": Variable("name"), "on": Variable("on", .boolean),
    "token": Variable("token", .secret),
  ]

  private func bind(
    values: [String] = [], secrets: [String] = [], file: String? = nil,
    environment: [String: String] = [:]
  ) throws -> VariableBinding {
    var arguments: [String] = []
    for value in values { arguments += ["--set", value] }
    for secret in secrets { arguments += ["--secret", secret] }
    if file != nil { arguments += ["--variables", "values.json"] }
    return try VariableBinding(
      VariableOptions.parse(arguments), environment: environment, variables: Self.variables
    ) { path in
      path == "values.json" ? file.map { Array($0.utf8) } : nil
    }
  }

  @Test("The command line goes before the file, and that before the environment")
  func precedence() throws {
    let environment = [
      "ACCORD_SET_name": "environment", "ACCORD_SET_id": "1", "ACCORD_SET_on": "true",
    ]
    let file = #"{"name": "file", "id": 2}"#
    let all = try bind(values: ["name=line"], file: file, environment: environment)
    #expect(all.values.mapValues(\.text) == ["name": "line", "id": "2", "on": "true"])
    let two = try bind(file: file, environment: environment)
    #expect(two.values["name"]?.text == "file")
    let one = try bind(environment: environment)
    #expect(one.values["name"]?.text == "environment")
  }

  @Test("A value may hold an equals sign, and may be empty")
  func equalsSign() throws {
    #expect(try bind(values: ["name=a=b"]).values["name"]?.text == "a=b")
    #expect(try bind(values: ["name="]).values["name"]?.text == "")
  }

  @Test("Secrets are known as such, wherever they come from")
  func secrets() throws {
    let binding = try bind(
      secrets: ["name=sesame"], environment: ["ACCORD_SECRET_token": "open sesame"])
    #expect(binding.secretNames == ["name", "token"])
    #expect(binding.values["token"]?.text == "open sesame")
  }

  @Test("A secret of the environment goes before a value of the same name")
  func secretOverValue() throws {
    let binding = try bind(
      environment: ["ACCORD_SET_name": "open", "ACCORD_SECRET_name": "sesame"])
    #expect(binding.values["name"]?.text == "sesame")
    #expect(binding.secretNames == ["name"])
  }

  @Test("Names in the environment that the contract has not are left alone")
  func foreignNames() throws {
    #expect(try bind(environment: ["ACCORD_SET_other": "1", "HOME": "/"]).values["HOME"] == nil)
  }

  @Test("A value that is not what its variable is declared to be is refused")
  func conversion() throws {
    #expect(throws: UsageProblem.unusableValue(variable: "id", expected: "a whole number")) {
      try bind(values: ["id=one"])
    }
    #expect(throws: UsageProblem.unusableValue(variable: "on", expected: "true or false")) {
      try bind(values: ["on=maybe"])
    }
    #expect(throws: UsageProblem.unusableValue(variable: "id", expected: "a whole number")) {
      try bind(file: #"{"id": 1.5}"#)
    }
  }

  @Test("What cannot be bound is refused, and no secret is repeated")
  func refused() throws {
    #expect(throws: UsageProblem.assignment("name", option: "--set")) {
      try bind(values: ["name"])
    }
    #expect(throws: UsageProblem.assignment("=1", option: "--set")) { try bind(values: ["=1"]) }
    #expect(throws: UsageProblem.assignment("…", option: "--secret")) {
      try bind(secrets: ["sesame"])
    }
    #expect(
      throws: UsageProblem.unknownVariable("Name", option: "--set", suggestion: "name")
    ) { try bind(values: ["Name=1"]) }
    #expect(
      throws: UsageProblem.unknownVariable("tokn", option: "--set", suggestion: "token")
    ) { try bind(values: ["tokn=sesame"]) }
    #expect(throws: UsageProblem.unknownVariable("x", option: "--secret", suggestion: nil)) {
      try bind(secrets: ["x=sesame"])
    }
    #expect(throws: UsageProblem.shortSecret("name")) { try bind(secrets: ["name=abc"]) }
    #expect(throws: UsageProblem.shortSecret("token")) { try bind(values: ["token=abc"]) }
  }

  @Test(
    "A file must be one JSON object",
    arguments: [
      ("[1]", "it must be one JSON object, {\"name\": value}"),
      ("{\"id\": }", "it is not JSON: line 1, column 8: expected a value, found }"),
    ])
  func file(text: String, reason: String) {
    #expect(throws: UsageProblem.variablesFile("values.json", reason: reason)) {
      try bind(file: text)
    }
  }
}
