import AccordContract
import AccordEngine
import AccordHTTP
import ArgumentParser
import Foundation
import Testing

@testable import AccordCommandLine

@Suite("How TLS is spoken")
struct TLSBindingTests {
  @Test(
    "A certificate may have a password, and a colon of its path is escaped",
    arguments: [
      ("a.pem", "a.pem", nil), ("a.pem:", "a.pem", nil), ("a.pem:p:q", "a.pem", "p:q"),
      (#"c\:a.pem:p"#, "c:a.pem", "p"), (#"a\\:p\:"#, #"a\"#, #"p\:"#), (#"a\b"#, #"a\b"#, nil),
    ] as [(String, String, String?)])
  func certificate(text: String, path: String, password: String?) throws {
    let certificate = try #require(ClientCertificate(argument: text))
    #expect(certificate.path == path)
    #expect(certificate.password == password)
  }

  @Test("A password alone is no certificate", arguments: ["", ":secret"])
  func noCertificate(text: String) {
    #expect(ClientCertificate(argument: text) == nil)
  }

  /// Files beside each other, that TLS may name.
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("accord-\(UUID().uuidString)", isDirectory: true)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["a.pem", "b.pem", "a.key", "b.key"] {
      try Data().write(to: folder.appendingPathComponent(name))
    }
  }

  private func bind(
    _ arguments: [String] = [], environment: [String: String] = [:],
    trait: AccordContract.Trait? = nil,
    values: [String: BoundValue] = [:]
  ) throws -> TLSBinding {
    defer { try? FileManager.default.removeItem(at: folder) }
    var written: TLSTrait?
    if case .tls(let tls)? = trait?.kind { written = tls }
    return try TLSBinding(
      TLSArguments.parse(arguments.map { $0.replacingOccurrences(of: "@", with: folder.path) }),
      environment: environment, trait: written, files: ContractFiles(), values: values)
  }

  private func name(_ path: String?) -> String? {
    path?.split(separator: "/").last.map(String.init)
  }

  @Test("Nothing said is the system's authorities, no certificate and no warning")
  func nothing() throws {
    let binding = try bind()
    #expect(binding.options == TLSOptions())
    #expect(binding.secrets.isEmpty && binding.warnings.isEmpty)
  }

  @Test("The command line says it all")
  func commandLine() throws {
    let binding = try bind(
      ["--cacert", "@/a.pem", "--cert", "@/b.pem:sesame", "--key", "@/b.key", "--insecure"])
    #expect(name(binding.options.authorities) == "a.pem")
    #expect(name(binding.options.certificate) == "b.pem")
    #expect(name(binding.options.key) == "b.key")
    #expect(binding.options.password == "sesame")
    #expect(!binding.options.verifies)
    #expect(binding.secrets == ["sesame"])
    #expect(binding.warnings == [.certificatesNotVerified])
  }

  @Test("The command line wins over the trait, and a trait's key is not another certificate's")
  func precedence() throws {
    let path = folder.path
    let trait = AccordContract.Trait.tls(
      authorities: "\(path)/a.pem", certificate: "\(path)/a.pem", key: "\(path)/a.key",
      password: Variable("p"), verifies: false)
    let written = try bind(trait: trait, values: ["p": .text("sesame")]).options
    #expect(name(written.key) == "a.key")
    #expect(written.password == "sesame")
    #expect(!written.verifies)
  }

  @Test("A certificate of the command line comes with its own key and password")
  func ownCertificate() throws {
    let path = folder.path
    let trait = AccordContract.Trait.tls(
      certificate: "\(path)/a.pem", key: "\(path)/a.key", password: Variable("p"))
    let options = try bind(["--cert", "@/b.pem"], trait: trait).options
    #expect(name(options.certificate) == "b.pem")
    #expect(options.key == nil)
    #expect(options.password == nil)
  }

  @Test("The password may come from the environment, where no list of processes shows it")
  func environment() throws {
    let binding = try bind(
      ["--cert", "@/a.pem"], environment: ["ACCORD_CERT_PASSWORD": "open sesame"])
    #expect(binding.options.password == "open sesame")
    #expect(binding.secrets == ["open sesame"])
  }

  @Test(
    "What cannot be used is refused, with the reason",
    arguments: [
      (["--cacert", "none.pem"], "--cacert: the file 'none.pem' cannot be read"),
      (["--cert", "none.pem"], "--cert: the file 'none.pem' cannot be read"),
      (["--cert", "@/a.pem", "--key", "none.key"], "--key: the file 'none.key' cannot be read"),
      (
        ["--cert", "@/a.pem:abc"],
        "the password of --cert is shorter than 4 characters; redacting it would shred the reports"
      ),
    ])
  func refused(arguments: [String], message: String) {
    #expect { try bind(arguments) } throws: { "\($0)" == message }
  }

  @Test("A trait's file that is not there, and a password that nothing binds, are refused")
  func refusedTrait() {
    #expect { try bind(trait: .tls(authorities: "none.pem")) } throws: {
      "\($0)" == ".tls: the file 'none.pem' cannot be read"
    }
  }

  @Test("A password that nothing binds is refused")
  func unboundPassword() {
    let trait = AccordContract.Trait.tls(
      certificate: "\(folder.path)/a.pem", password: Variable("p"))
    #expect { try bind(trait: trait) } throws: {
      "\($0)"
        == ".tls takes its password from the variable 'p', which nothing binds: give "
        + "ACCORD_SECRET_p or --variables FILE"
    }
  }

  @Test("A key alone is refused")
  func keyAlone() {
    #expect { try ContractCommand.command(of: ["--key", "a.key"]) } throws: {
      ContractCommand.message(for: $0)
        == "--key is the key of a certificate: give --cert FILE too"
    }
  }
}
