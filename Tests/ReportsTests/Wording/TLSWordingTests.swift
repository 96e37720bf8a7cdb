import AccordContract
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

@Suite("Words on TLS")
struct TLSWordingTests {
  private static let messages: [TLSFault: String] = [
    .expired:
      "the server's certificate is past its time: renew it on the server, or see whether this "
      + "machine's clock is right",
    .notYetValid:
      "the time of the server's certificate has not begun: is this machine's clock right?",
    .selfSigned:
      "nobody but the server itself vouches for its certificate: trust that certificate with "
      + "--cacert FILE, or verify nothing with --insecure",
    .unknownAuthority:
      "no authority that is trusted here vouches for the server's certificate: name the authority "
      + "with --cacert FILE, and see whether the server sends the certificates between",
    .wrongHost:
      "the server's certificate is for another host: use a host that it names, with --connect-to "
      + "or --resolve if need be, or have the certificate name this one",
    .oldVersion:
      "the server speaks no version of TLS that this system allows, which are 1.2 and 1.3 as a "
      + "rule: the server must learn a newer one",
    .noTLS: "what listens there does not speak TLS: is http:// meant, or another port?",
    .clientCertificateRefused:
      "the server wants a certificate of this side that it trusts: --cert FILE and --key FILE",
    .clientCertificateUnusable:
      "the certificate of --cert or .tls, or its key, cannot be used: both must be PEM, belong "
      + "together, and be opened by the password",
    .authoritiesUnusable: "the file of --cacert or .tls holds no certificates in PEM",
  ]

  @Test("Each fault says what is wrong and what to do", arguments: TLSFault.allCases)
  func fault(_ fault: TLSFault) {
    #expect(Wording().message(fault) == Self.messages[fault])
  }

  private static let warning =
    "certificates were not verified (--insecure or .tls): whoever answered may not be the server"

  @Test("Every report warns that certificates were not verified", arguments: ReportKind.allCases)
  func warning(_ kind: ReportKind) throws {
    var header = Samples.header()
    header.warnings = [.certificatesNotVerified]
    let record = Samples.record(0, .passed(isFixed: false))
    let events: [Event] = [
      .started(header), .finished(step: record), .ended(Samples.footer(of: [record])),
    ]
    #expect(try rendered(kind, events).contains(Self.warning))
    let unwarned = try rendered(kind, Samples.run([record]))
    // The script of the page has a word for warnings.
    #expect(!unwarned.replacing(HTMLPage.script, with: "").contains("warning"))
  }

  @Test(
    "An answer that a proxy prevents says what to do about the proxy",
    arguments: [
      (5, "x", "is the URL of the proxy right?"),
      (97, "x", "the proxy refused; is the scheme of its URL right, and are its credentials?"),
      (
        56, "CONNECT tunnel failed, response 407",
        "the proxy wants other credentials: http://NAME:PASSWORD@HOST:PORT"
      ),
      (
        56, "CONNECT tunnel failed, response 401",
        "the proxy wants other credentials: http://NAME:PASSWORD@HOST:PORT"
      ),
      (
        56, "CONNECT tunnel failed, response 403",
        "the proxy does not connect to this server; --no-proxy LIST reaches it without"
      ),
    ])
  func proxy(code: Int, words: String, advice: String) {
    let error = TransportError(
      phase: .connect, reason: .curl, code: code, message: words, mayHaveBeenProcessed: false)
    #expect(
      Wording().message(error) == "no connection: \(words) (curl \(code)); \(advice)")
  }
}
