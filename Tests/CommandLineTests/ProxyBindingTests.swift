import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import ArgumentParser
import Testing

@testable import AccordCommandLine

@Suite("Proxies from outside")
struct ProxyBindingTests {
  private func bind(
    _ arguments: [String], environment: [String: String] = [:], trait: ProxyTrait? = nil,
    values: [String: BoundValue] = [:]
  ) throws -> ProxyBinding {
    try ProxyBinding(
      ProxyArguments.parse(arguments), environment: environment, trait: trait,
      files: ContractFiles(), values: values)
  }

  private static let loopback = "localhost,127.0.0.0/8,::1"

  @Test("Nothing said is no proxy")
  func nothing() throws {
    let binding = try bind([])
    #expect(!binding.options.isUsed)
    #expect(binding.secrets.isEmpty && binding.warnings.isEmpty)
  }

  @Test("The command line's proxy is for all URLs, and its credentials are secrets")
  func commandLine() throws {
    let binding = try bind(
      ["--proxy", "socks5h://ad%61:love%3Alace@p.test:1080/", "--no-proxy", "a.test"],
      environment: ["ALL_PROXY": "http://other.test"])
    #expect(
      binding.options
        == ProxyOptions(
          http: "socks5h://p.test:1080", https: "socks5h://p.test:1080",
          logins: ["socks5h://p.test:1080": "ada:love:lace"], exceptions: "a.test"))
    #expect(binding.secrets.contains("love:lace"))
    #expect(binding.secrets.contains("ad%61:love%3Alace"))
    #expect(binding.secrets.contains("YWRhOmxvdmU6bGFjZQ=="))
  }

  @Test(
    "The environment counts as in curl, but never for loopback",
    arguments: [
      (["http_proxy": "p:1"], "http://p:1", nil),
      (["HTTP_PROXY": "p:1"], nil, nil),
      (["HTTPS_PROXY": "p:1"], nil, "http://p:1"),
      (["https_proxy": "https://p:1", "HTTPS_PROXY": "q:1"], nil, "https://p:1"),
      (["ALL_PROXY": "socks5://p:1"], "socks5://p:1", "socks5://p:1"),
      (["all_proxy": "p:1", "http_proxy": "q:1"], "http://q:1", "http://p:1"),
      (["http_proxy": ""], nil, nil),
    ] as [([String: String], String?, String?)])
  func environment(environment: [String: String], http: String?, https: String?) throws {
    let options = try bind([], environment: environment).options
    #expect(options.http == http)
    #expect(options.https == https)
    #expect(options.exceptions == Self.loopback)
  }

  @Test(
    "--no-proxy goes before no_proxy",
    arguments: [
      ([], ["NO_PROXY": "a"], "a,\(loopback)"),
      ([], ["no_proxy": "b", "NO_PROXY": "a"], "b,\(loopback)"),
      (["--no-proxy", "c"], ["NO_PROXY": "a"], "c,\(loopback)"), (["--no-proxy", "*"], [:], "*"),
      (["--proxy", "p", "--no-proxy", "c"], [:], "c"), (["--proxy", "p"], ["NO_PROXY": "a"], "a"),
    ] as [([String], [String: String], String)])
  func exceptions(arguments: [String], environment: [String: String], expected: String) throws {
    #expect(try bind(arguments, environment: environment).options.exceptions == expected)
  }

  @Test("An empty --proxy is none, whatever the environment says")
  func none() throws {
    #expect(try !bind(["--proxy", ""], environment: ["ALL_PROXY": "p"]).options.isUsed)
  }

  @Test(
    "What cannot be used is refused, with the reason",
    arguments: [
      (
        ["--proxy", "ftp://p"],
        "--proxy: 'ftp' is no scheme of proxies: http, https, socks4, socks4a, socks5, socks5h"
      ),
      (
        ["--proxy", "http://"],
        "--proxy names no proxy: [SCHEME://][NAME:PASSWORD@]HOST[:PORT]"
      ),
      (
        ["--proxy", "http://ada:abc@p"],
        "the password of --proxy is shorter than 4 characters; redacting it would shred the reports"
      ),
      (["--proxy-cacert", "none"], "--proxy-cacert: the file 'none' cannot be read"),
    ])
  func refused(arguments: [String], message: String) {
    #expect { try bind(arguments) } throws: { "\($0)" == message }
  }

  @Test("A proxy that is not verified is warned of")
  func insecure() throws {
    let binding = try bind(["--proxy-insecure"])
    #expect(!binding.options.verifies)
    #expect(binding.warnings == [.proxyNotVerified])
  }

  private func trait(
    _ trait: AccordContract.Trait
  ) -> ProxyTrait? {
    if case .proxy(let proxy) = trait.kind { proxy } else { nil }
  }

  @Test("The contract's proxy counts before the environment and after the command line")
  func contract() throws {
    let password = Variable("word", .secret)
    let own = trait(.proxy("http://p.test:3128", user: "ada", password: password, except: "a", "b"))
    let environment = ["ALL_PROXY": "http://other.test", "NO_PROXY": "c"]
    let values = ["word": BoundValue.text("lovelace")]
    let binding = try bind([], environment: environment, trait: own, values: values)
    #expect(
      binding.options
        == ProxyOptions(
          http: "http://p.test:3128", https: "http://p.test:3128",
          logins: ["http://p.test:3128": "ada:lovelace"], exceptions: "a,b"))
    #expect(binding.secrets.contains("lovelace"))
    #expect(
      binding.curlOptions == [
        CurlOption("--proxy", .text("http://p.test:3128")),
        CurlOption("--proxy-user", .text("ada:lovelace")), CurlOption("--noproxy", .text("a,b")),
      ])
    let given = try bind(
      ["--proxy", "socks5://q.test:1", "--no-proxy", "d"], environment: environment, trait: own)
    #expect(
      given.options
        == ProxyOptions(
          http: "socks5://q.test:1", https: "socks5://q.test:1", exceptions: "d"))
    #expect(try bind(["--no-proxy", "d"], trait: own, values: values).options.exceptions == "d")
  }

  @Test("A contract, or a command line, may want no proxy at all, and curl is told so")
  func refused() throws {
    let environment = ["ALL_PROXY": "http://other.test"]
    for binding in [
      try bind([], environment: environment, trait: trait(.proxy(""))),
      try bind(["--proxy", ""], environment: environment),
    ] {
      #expect(!binding.options.isUsed)
      #expect(binding.curlOptions == [CurlOption("--proxy", .text(""))])
    }
  }

  @Test("What is unusable in a contract's proxy is refused, with the reason")
  func unusable() throws {
    let word = Variable("word", .secret)
    for (trait, problem): (AccordContract.Trait, UsageProblem) in [
      (.proxy("ftp://p"), .proxyScheme("ftp", source: ".proxy")),
      (.proxy("http://"), .noProxy(source: ".proxy")),
      (.proxy("p", user: "ada", password: word), .unboundPassword("word", trait: ".proxy")),
      (.proxy("p", authorities: "no such file"), .unreadableFile("no such file", option: ".proxy")),
    ] {
      #expect(throws: problem) { try bind([], trait: self.trait(trait)) }
    }
    let values = ["word": BoundValue.text("abc")]
    #expect(throws: UsageProblem.shortCredential("the password of .proxy")) {
      try bind([], trait: trait(.proxy("p", user: "ada", password: word)), values: values)
    }
  }
}
