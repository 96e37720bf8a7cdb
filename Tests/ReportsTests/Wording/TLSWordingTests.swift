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
    .weakCertificate:
      "a key of the server's certificates, or the digest that one is signed with, is weaker than this "
      + "system allows: have the certificate issued anew, with an RSA key of 2048 bits or more or an "
      + "EC key, and SHA-256",
    .oldVersion:
      "the server speaks no version of TLS that is allowed here, which are 1.2 and 1.3: those before "
      + "are not to be spoken any more (RFC 8996), so the server must learn a newer one",
    .endedInHandshake:
      "the server ended the connection within the TLS handshake, without a reason: does this port "
      + "speak TLS 1.2 or 1.3, does the server know this host's name, and does it want a certificate "
      + "of this side (--cert, --key)?",
    .handshakeRefused:
      "the server refused the TLS handshake: does it know this host's name (--connect-to and "
      + "--resolve keep the URL's), speak TLS 1.2 or 1.3 with ciphers of this system, and want a "
      + "certificate of this side (--cert, --key)?",
    .corrupted:
      "what came is not what the server sent, or the server's TLS is broken: is there a proxy or a "
      + "middlebox on the way?",
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
    ])
  func proxy(code: Int, words: String, advice: String) {
    let error = TransportError(
      phase: .connect, reason: .curl, code: code, message: words, mayHaveBeenProcessed: false)
    #expect(
      Wording().message(error) == "no connection: \(words) (curl \(code)); \(advice)")
  }

  @Test(
    "What a proxy refused is told as the proxy's, also of steps that were not sent for it",
    arguments: [
      (
        407, "407 Proxy Authentication Required",
        "the proxy wants other credentials: http://NAME:PASSWORD@HOST:PORT"
      ),
      (
        401, "401 Unauthorized", "the proxy wants other credentials: http://NAME:PASSWORD@HOST:PORT"
      ),
      (
        403, "403 Forbidden",
        "the proxy does not connect to this server; --no-proxy LIST reaches it without"
      ),
      (
        503, "503 Service Unavailable",
        "does the proxy reach the server? --no-proxy LIST reaches it without"
      ),
    ])
  func refusal(status: Int, words: String, advice: String) {
    let error = TransportError(
      phase: .connect, reason: .refusedByProxy(status: status), code: 56, message: "x",
      mayHaveBeenProcessed: false)
    let said = "the proxy did not pass the request on, it answered \(words); \(advice)"
    #expect(Wording().message(error) == said)
    #expect(Wording().kind(error) == "proxy")
    #expect(
      Wording().message(StepProblem.unreachable(error))
        == "not sent, the server cannot be reached: \(said)")
  }
}
