import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

/// Something and its message.
struct Worded<Value: Sendable>: Sendable, CustomTestStringConvertible {
  var value: Value
  var message: String
  var testDescription: String { message }

  init(_ value: Value, _ message: String) {
    self.value = value
    self.message = message
  }
}

@Suite("The words for what goes wrong")
struct ProblemWordingTests {
  static func error(
    _ phase: TransportError.Phase, _ reason: TransportError.Reason = .curl, code: Int = 0,
    _ message: String = ""
  ) -> TransportError {
    TransportError(
      phase: phase, reason: reason, code: code, message: message, mayHaveBeenProcessed: false)
  }

  static let transport: [Worded<TransportError>] = [
    Worded(
      error(.connect, code: 7, "Connection refused"),
      "no connection: Connection refused (curl 7); is the server running, and is this its address? "
        + "--wait SECONDS waits for it"),
    Worded(
      error(.nameLookup, code: 6, "Could not resolve host: x"),
      "the host's name could not be looked up: Could not resolve host: x (curl 6); is the URL right?"
    ),
    Worded(
      error(.tls, code: 60, "self-signed certificate"),
      "no TLS connection: self-signed certificate (curl 60); nobody but the server itself vouches for its certificate: trust that certificate with --cacert FILE, or verify nothing with --insecure"
    ),
    Worded(
      error(.tls, code: 60, "other words"),
      "no TLS connection: other words (curl 60); the server's certificate must be in force, be for this host, and be from an authority that this system trusts"
    ),
    Worded(
      error(.send, code: 55, "Broken pipe"),
      "the connection ended while the request was sent: Broken pipe (curl 55)"),
    Worded(
      error(.firstByte, code: 52, "Empty reply from server"),
      "the connection ended before an answer: Empty reply from server (curl 52)"),
    Worded(
      error(.receive, code: 18, "8 bytes missing"),
      "the answer is incomplete: 8 bytes missing (curl 18)"),
    Worded(
      error(.receive, code: 8, "Header without colon"),
      "the answer is no HTTP that can be relied on: Header without colon (curl 8)"),
    Worded(
      error(.tls, code: 35, "wrong version number"),
      "no TLS connection: wrong version number (curl 35); what listens there does not speak TLS: is "
        + "http:// meant, or another port?"),
    Worded(
      TransportError(
        phase: .receive, reason: .curl, code: 56, message: "reset", mayHaveBeenProcessed: true,
        isIdempotent: false),
      "the answer is incomplete: reset (curl 56); the server may have acted on the request"),
    Worded(
      TransportError(
        phase: .receive, reason: .curl, code: 56, message: "reset", mayHaveBeenProcessed: true),
      "the answer is incomplete: reset (curl 56)"),
    Worded(error(.request), "the request cannot be sent: no reason given"),
    Worded(
      error(.connect, .connectTimeout(.seconds(10))),
      "no connection stood within 10 s; --connect-timeout allows more"),
    Worded(
      error(.firstByte, .totalTimeout(.milliseconds(1_500))),
      "no complete answer within 1500 ms, while the first octet was awaited; --timeout or .timeout allow more"
    ),
    Worded(
      error(.receive, .totalTimeout(.seconds(30))),
      "no complete answer within 30 s, while the answer was received; --timeout or .timeout allow more"
    ),
    Worded(
      error(.send, .totalTimeout(.seconds(30))),
      "no complete answer within 30 s, while the request was sent; --timeout or .timeout allow more"
    ),
    Worded(
      error(.connect, .totalTimeout(.seconds(3))),
      "no complete answer within 3 s, while a connection was opened; --timeout or .timeout allow more"
    ),
    Worded(
      error(.nameLookup, .totalTimeout(.seconds(3))),
      "no complete answer within 3 s, while the host's name was looked up; --timeout or .timeout allow more"
    ),
    Worded(
      error(.tls, .totalTimeout(.seconds(3))),
      "no complete answer within 3 s, while TLS was negotiated; --timeout or .timeout allow more"),
    Worded(
      error(.request, .totalTimeout(.seconds(3))),
      "no complete answer within 3 s, and nothing was sent; --timeout or .timeout allow more"),
    Worded(
      error(.receive, .bodyTooLarge(limit: 64 << 20)),
      "the body is larger than 64 MiB; --max-body allows more"),
    Worded(
      error(.receive, .headTooLarge(limit: 256 << 10)), "the header fields are larger than 256 KiB"),
    Worded(error(.receive, .tooManyFields(limit: 1_000)), "there are more than 1,000 field lines"),
    Worded(
      error(.receive, .bodyLost),
      "the body came whole, and its temporary file cannot be read: is there something wrong with the "
        + "disk of TMPDIR or /var/tmp?"),
    Worded(
      error(.firstByte, .notSentAgain),
      "the connection ended before an answer twice: the request was sent again once, as its method "
        + "allows (RFC 9110 section 9.2.2), and no more"),
    Worded(
      error(.receive, code: 61, "incorrect header check"),
      "the content cannot be decoded: incorrect header check (curl 61); is it in the coding that its "
        + "Content-Encoding or Transfer-Encoding says?"),
    Worded(
      error(.firstByte, code: 1, "Received HTTP/0.9 when not allowed"),
      "the answer is no HTTP that can be relied on: Received HTTP/0.9 when not allowed (curl 1); is "
        + "https:// meant, or another port?"),
    Worded(
      error(.receive, code: 43, "bad argument"),
      "the answer is no HTTP that can be relied on: bad argument (curl 43); does its first field line "
        + "begin with a blank (RFC 9112 section 5.2)?"),
    Worded(
      error(.receive, code: 56, "Malformed encoding found in chunked-encoding"),
      "the answer is no HTTP that can be relied on: Malformed encoding found in chunked-encoding "
        + "(curl 56)"),
    Worded(
      TransportError(
        phase: .firstByte, reason: .notSentAgain, code: 0, message: "", mayHaveBeenProcessed: true,
        isIdempotent: false),
      "the connection ended before an answer, and the request was not sent again, since the server "
        + "may have acted on it; .retry says that it may be sent again"),
    Worded(
      error(.request, .request(.methodIsNoToken("G ET"))),
      "the request cannot be sent: the method \"G ET\" is no token (RFC 9110 section 9.1)"),
    Worded(
      error(.request, .request(.fieldNameIsNoToken("a b"))),
      "the request cannot be sent: the field name \"a b\" is no token (RFC 9110 section 5.1)"),
    Worded(
      error(.request, .request(.fieldValueBreaksLine(name: "X"))),
      "the request cannot be sent: the value of X holds a line break, which would end the field"),
    Worded(
      error(.request, .request(.targetIsNoURL("/a b"))),
      "the request cannot be sent: \"/a b\" cannot be requested: it holds a space or a control "
        + "character, or is no http or https URL with a host"),
    Worded(
      error(.request, .request(.credentialsInURL)),
      "the request cannot be sent: the URL holds a user name or password, which no field would show; .auth sends them"
    ),
    Worded(
      error(.request, .request(.contentOfHead)),
      "the request cannot be sent: HEAD has content, which has no meaning (RFC 9110 section 9.3.2) and is not sent"
    ),
    Worded(
      error(
        .request, .request(.fileIsUnreadable(path: "/secret/place/a.png", reason: "No such file"))),
      "the request cannot be sent: the file \"a.png\" cannot be read: No such file"),
    Worded(
      error(.request, .request(.fileIsNotRegular(path: "a/b"))),
      "the request cannot be sent: \"a/b\" is no regular file"),
    Worded(
      error(.request, .request(.optionRefused(option: "URL", reason: "bad"))),
      "the request cannot be sent: curl refused the option URL: bad"),
  ]

  private static let defects: [Worded<MessageDefect>] = [
    Worded(.noStatusLine, "it does not begin with a status line (RFC 9112 section 4)"),
    Worded(
      .versionNotSpoken(.http2),
      "its status line says HTTP/2, which was not negotiated (RFC 9113 section 3)"),
    Worded(.headCutOff, "its head ends before the empty line (RFC 9112 section 8)"),
    Worded(
      .noFinalResponse, "no final response came after the interim ones (RFC 9110 section 15.2)"),
    Worded(
      .blankBeforeFirstField,
      "white space stands between its status line and its first field (RFC 9112 section 2.2)"),
    Worded(
      .blankBeforeColon(name: "Content-Length"),
      "white space stands between Content-Length and its colon, and readers differ on whether the field counts (RFC 9112 section 5.1)"
    ),
    Worded(
      .unusableLength("+5"), "Content-Length is \"+5\", no number of octets (RFC 9112 section 6.3)"),
    Worded(
      .lengthsDiffer(["5", "6"]),
      "it has several values of Content-Length that differ: \"5\" and \"6\" (RFC 9112 section 6.3)"),
    Worded(
      .lengthBesideCoding,
      "it has both a Content-Length and a Transfer-Encoding (RFC 9112 section 6.3)"),
    Worded(.codingInHTTP1_0, "it is HTTP/1.0 with a Transfer-Encoding (RFC 9112 section 6.1)"),
    Worded(
      .misplacedChunked("chunked, x"),
      "Transfer-Encoding is \"chunked, x\", and chunked stands once, at the end (RFC 9112 section 6.1)"
    ),
    Worded(
      .unusableChunkSize("0x6"),
      "a chunk's size is \"0x6\", no hexadecimal number (RFC 9112 section 7.1)"),
    Worded(
      .endsWithoutNotice,
      "its end is that of the connection, and TLS's close_notify did not come, so it may have been cut "
        + "off (RFC 9112 section 9.8): the server must end TLS properly, or send a Content-Length or "
        + "chunks"),
    Worded(
      .codingCutOff("gzip"),
      "its content is not the coding \"gzip\" that Content-Encoding says, or was cut off, or goes on "
        + "after its end (RFC 9110 section 8.4)"
    ),
  ]

  @Test("An answer that is none", arguments: defects)
  func messageDefects(_ worded: Worded<MessageDefect>) {
    #expect(
      Wording().message(Self.error(.receive, .malformed(worded.value)))
        == "the answer is no HTTP that can be relied on: " + worded.message)
  }

  @Test("No answer", arguments: transport)
  func transportErrors(_ worded: Worded<TransportError>) {
    #expect(Wording().message(worded.value) == worded.message)
  }

  static let steps: [Worded<StepProblem>] = [
    Worded(.transport(error(.receive, code: 18, "x")), "the answer is incomplete: x (curl 18)"),
    Worded(
      .unreachable(error(.connect, code: 7, "refused")),
      "not sent, the server cannot be reached: refused (curl 7)"),
    Worded(
      .pattern(.patternLimit(expression: "(a+)+", .steps(10))),
      "/(a+)+/ gave no verdict within 10 steps: the pattern backtracks too much on this text"),
    Worded(
      .pattern(.selectionTooLarge("$..*")),
      "$..* selects more than can be compared; a narrower path helps"),
    Worded(.pattern(.unbound("cart")), "nothing has bound cart"),
    Worded(
      .pattern(.notCompiled("a")),
      "\"a\" was not compiled, which is a mistake in Accord: please report it"),
    Worded(
      .dotSegment(variable: "id", value: ".."),
      "the value of id is \"..\", which as a whole segment would lead to another path; nothing was sent"
    ),
    Worded(
      .foreignLink(variable: "next", url: "http://evil/"),
      "next leads to \"http://evil/\", another origin than the base URL's; .linkOrigins allows it"),
    Worded(
      .unusableLink(variable: "next", value: "::"),
      "the value of next is \"::\", which is no URL to send to"),
    Worded(
      .unusableFieldValue(name: "X-A"),
      "the value of X-A holds a control character, which no field can carry (RFC 9110 section 5.5); nothing was sent"
    ),
    Worded(
      .colonInUserName,
      "the user name of .auth holds a colon, which ends it (RFC 7617 section 2); nothing was sent"),
    Worded(
      .unsignableContent,
      "a multipart content cannot be signed, since its octets are made while they are sent; "
        + ".awsSignature(…, signsContent: false) leaves it out; nothing was sent"),
    Worded(
      .unreadableFile("a.png"),
      "the file \"a.png\" was there when the run began and cannot be read now"),
    Worded(
      .redirect(.tooManyHops(limit: 5)),
      "more redirects than .followRedirects allows (5); is there a loop?"),
    Worded(
      .noTimeLeft(limit: .seconds(2)),
      "the step's 2 s passed before its next request had its turn, which --rate, --jobs and "
        + "--max-connections-per-host give; it was not sent, and nothing is said of the server"),
    Worded(.redirect(.noLocation), "the redirect has no Location, so there is nothing to follow"),
    Worded(
      .redirect(.severalLocations(["/a", "/b"])),
      "the redirect has several Locations that differ: \"/a\" and \"/b\""),
    Worded(
      .redirect(.unusableLocation("::")),
      "the redirect's Location \"::\" is no reference to follow (RFC 3986)"),
    Worded(
      .redirect(.schemeNotAllowed("ftp")),
      "the redirect leads to the scheme \"ftp\"; only http and https are followed"),
    Worded(
      .redirect(.credential("http://other/?key=***")),
      "the redirect leads to another origin, \"http://other/?key=***\", with the API key of the query in it, which is not sent on a server's word"
    ),
    Worded(
      .redirect(.userInformation),
      "the redirect's Location holds credentials, which are not sent on a server's word"),
    Worded(
      .redirect(.contentToAnotherOrigin("http://evil/")),
      "the redirect leads to another origin, \"http://evil/\", and asks for the content to be sent "
        + "there; send the request to that origin itself if that is meant"),
    Worded(
      .noToken(
        url: "http://id/token",
        .refused(
          status: 400, reason: "", error: "invalid_client", description: "no \u{1B}[31msuch client")
      ),
      "no access token: \"http://id/token\" refused with 400 Bad Request: "
        + "invalid_client, \"no \\u{1B}[31msuch client\"; are the client's id and secret right, and does "
        + "it want them as Basic or in the body?"),
    Worded(
      .noToken(
        url: "http://id/x", .refused(status: 404, reason: "", error: nil, description: nil)),
      "no access token: \"http://id/x\" refused with 404 Not Found; is it the URL of "
        + "the token endpoint?"),
    Worded(
      .noToken(url: "http://id/token", .redirected(status: 302, to: "http://other/")),
      "no access token: \"http://id/token\" answered 302 Found, a redirect to "
        + "\"http://other/\", which is not followed with a secret; give the URL of the token endpoint "
        + "itself"),
    Worded(
      .noToken(url: "http://id/token", .notJSON(mediaType: "text/html")),
      "no access token: the answer of \"http://id/token\" is no JSON object "
        + "(text/html); is it a token endpoint (RFC 6749 section 5.1)?"),
    Worded(
      .noToken(url: "http://id/token", .noToken),
      "no access token: the answer of \"http://id/token\" has no \"access_token\" "
        + "(RFC 6749 section 5.1)"),
    Worded(
      .noToken(url: "http://id/token", .tokenType("mac")),
      "no access token: \"http://id/token\" gave a token of the type \"mac\", and "
        + "only Bearer is known here (RFC 6749 section 7.1)"),
    Worded(
      .noToken(url: "http://id/token", .shortToken),
      "no access token: the token of \"http://id/token\" is shorter than 4 "
        + "characters, which cannot be redacted without redacting everything"),
    Worded(
      .noToken(url: "http://id/token", .unusableToken),
      "no access token: the token of \"http://id/token\" holds a control character, "
        + "which no field can carry"),
    Worded(
      .noToken(url: "http://id/token", .timeout(.milliseconds(300))),
      "no access token: \"http://id/token\" gave none within the step's 300 ms; "
        + "--timeout or .timeout allow more"),
    Worded(
      .noToken(url: "http://id/token", .request(.noClientID)),
      "no access token: the client's id for OAuth 2 is empty (RFC 6749 section 2.2)"
    ),
    Worded(
      .codedContent("gzip"),
      "the body came in the content coding \"gzip\", which is undone where the step asks for it: "
        + ".header(\"Accept-Encoding\", \"gzip\")"),
    Worded(
      .unknownCharset("koi8-r"),
      "the body is text in the charset \"koi8-r\", which Accord does not read; Body judges its octets"
    ),
    Worded(
      .pattern(.xpath(.tooManySteps(limit: 50))),
      "the XPath gave no answer: the XPath takes more than 50 steps through the document"),
    Worded(
      .pattern(.notCompiled("cart.xsd")),
      "\"cart.xsd\" was not compiled, which is a mistake in Accord: please report it"),
    Worded(
      .redirect(.unusableRequestURL("x")),
      "the request's URL \"x\" is none that a redirect can be resolved against"),
    Worded(
      .interrupted,
      "stopped by a signal before there was a verdict; the server may have acted on it"),
  ]

  @Test("No verdict", arguments: steps)
  func stepProblems(_ worded: Worded<StepProblem>) {
    #expect(Wording().message(worded.value) == worded.message)
  }

  static let skips: [Worded<SkipReason>] = [
    Worded(.disabled("not yet"), "disabled: not yet"),
    Worded(.skippedTag("slow"), "tagged slow, which --skip-tag leaves out"),
    Worded(
      .readOnly(method: "PUT"),
      "PUT is not safe (RFC 9110 section 9.2.1), and --read-only was asked for"),
    Worded(.earlierStep(id: "a › b"), "an earlier step did not pass: a › b"),
    Worded(.unbound(variable: "cart"), "nothing has bound cart, which the step needs"),
    Worded(.nothingToCleanUp(variable: "cart"), "nothing to clean up: cart was never bound"),
    Worded(
      .authorizationBeforeMethodCheck(status: 401),
      "authorization stands before the method check: answered 401 Unauthorized"),
    Worded(.failFast, "not run, since --fail-fast stops at the first failure"),
    Worded(.interrupted, "not run, since a signal stopped the run"),
  ]

  @Test("Not run", arguments: skips)
  func skipReasons(_ worded: Worded<SkipReason>) {
    #expect(Wording().message(worded.value) == worded.message)
  }

  static let contracts: [Worded<ContractProblem.Kind>] = [
    Worded(
      .noSteps(contract: "Shop"),
      "the contract \"Shop\" has no step; a contract needs at least one request"),
    Worded(
      .emptyComponent(kind: "resource", name: "/a"),
      "the resource \"/a\" has neither a step nor .allows in it"),
    Worded(
      .emptyComponent(kind: "scenario", name: "a"), "the scenario \"a\" has no step in it"),
    Worded(
      .emptyComponent(kind: "group", name: "a"),
      "the group \"a\" has neither a step nor a resource in it"),
    Worded(
      .duplicateID("a", first: Samples.place),
      "two steps have the id \"a\", the other stands at specs/Cart.swift:21:5; .named(\"…\") tells them apart"
    ),
    Worded(
      .duplicateMember("a"),
      "the member \"a\" is named twice in one object; it can only be there once"),
    Worded(
      .notANumber("1,5"),
      "\"1,5\" is no number as JSON writes them (RFC 8259 section 6)"),
    Worded(
      .method("G ET"),
      "\"G ET\" is no method: only letters, digits and !#$%&'*+-.^_`|~ are allowed (RFC 9110 section 9.1)"
    ),
    Worded(
      .fieldName("Accept:"),
      "\"Accept:\" is no field name: only letters, digits and !#$%&'*+-.^_`|~ are allowed (RFC 9110 "
        + "section 5.1); the colon is not part of it"),
    Worded(
      .userAgent("a b@c"),
      "\"a b@c\" does not say who asks as User-Agent does: a product such as shop-gate/1.2, then more of "
        + "them or comments in parentheses (RFC 9110 section 10.1.5)"),
    Worded(
      .target("/a b", offending: " "),
      "the path \"/a b\" holds \" \", which must be percent-encoded; .query encodes its values by itself"
    ),
    Worded(.repeatedWord(".expect"), ".expect is said twice of one step; say it once"),
    Worded(
      .misplacedTrait(".baseURL", on: "group"), ".baseURL means nothing on a group"),
    Worded(
      .unknownRule("http.405.alow", suggestion: "http.405.allow"),
      #"there is no rule "http.405.alow"; did you mean 'http.405.allow'?"#),
    Worded(
      .unknownRule("x", suggestion: nil), #"there is no rule "x"; accord rules lists all of them"#),
    Worded(
      .missingExample("id", resource: "/users/{id}"),
      "\"/users/{id}\" has no example for {id}, which .allows needs; write .example(\"id\", …)"),
    Worded(
      .missingFile("a.png", searched: ["a.png", "/b/a.png", "/c/a.png"]),
      "there is no file \"a.png\" that can be read; it was looked for in the working directory, "
        + "beside the contract's file and below --source-root"),
    Worded(
      .missingFile("a.png", searched: ["a.png", "/b/a.png"]),
      "there is no file \"a.png\" that can be read; it was looked for in the working directory "
        + "and beside the contract's file"),
    Worded(
      .missingFile("/a.png", searched: ["/a.png"]),
      "there is no file \"/a.png\" that can be read"),
    Worded(
      .conflictingVariable("a"),
      "the variable \"a\" is declared twice with different traits; declare it once and use it everywhere"
    ),
    Worded(
      .unboundVariable("a"),
      "nothing can bind the variable \"a\": no earlier Capture, no --set a=…, no generator"),
    Worded(
      .notALink("a"),
      "the step is sent to the variable \"a\", which is no link; declare it as Variable(\"a\", .link)"
    ),
    Worded(
      .unusableDefault("n"),
      "the default of the variable \"n\" cannot become what the variable is declared to be"),
    Worded(
      .shortSecret("pin"),
      "the secret \"pin\" may have fewer than 4 characters, which cannot be redacted without "
        + "redacting everything"),
    Worded(
      .notAnOrigin("example.com"),
      "\"example.com\" is no origin; .linkOrigins takes a scheme and a host, https://api.example.com"
    ),
    Worded(
      .tokenRequest(.url("http://anna:word@id/token")),
      "\"http://***@id/token\" is no token endpoint: an http or https URL, or a path that begins with a "
        + "slash and is below the base URL, without user name and fragment (RFC 6749 section 3.2)"),
    Worded(
      .tokenRequest(.noClientSecret),
      "the client's secret for OAuth 2 is empty; client credentials are for clients that have one "
        + "(RFC 6749 section 4.4)"),
    Worded(
      .tokenRequest(.scope("a\"b")),
      "\"a\"b\" is no scope: only visible ASCII without quotation marks and backslashes (RFC 6749 "
        + "section 3.3)"),
    Worded(
      .tokenRequest(.parameter("scope")),
      "the parameter \"scope\" is what OAuth 2 itself says; it cannot be given besides"),
    Worded(
      .negative(".timeout"), ".timeout is given less than nothing; it must be zero or more"),
  ]

  @Test("An unusable contract", arguments: contracts)
  func contractProblems(_ worded: Worded<ContractProblem.Kind>) {
    let problem = ContractProblem(worded.value, at: Samples.place)
    #expect(Wording().message(problem) == worded.message)
  }

  @Test("XML that gives no verdict says why")
  func xml() throws {
    let malformed = try #require(throws: XMLSyntaxError.self) { _ = try XMLTree(parsing: "<a>") }
    #expect(
      Wording().message(StepProblem.refusedXML(malformed))
        == "the body is XML that is not read: \(malformed)")
    let deep = try #require(throws: JSONSyntaxError.self) {
      _ = try JSONDocument(parsing: Array(String(repeating: "[", count: 1_000).utf8))
    }
    #expect(
      Wording().message(StepProblem.refusedJSON(deep))
        == "the body is JSON that is not read: line 1, column 513: arrays and objects nest more than "
        + "512 deep")
    #expect(
      Wording().message(StepProblem.pattern(.unusableXML(malformed)))
        == "with the values of its variables the expected document is no XML: \(malformed)")
    let schema = try #require(throws: XMLSchemaError.self) {
      _ = try AccordDocuments.XMLSchema(parsing: Array("<a/>".utf8))
    }
    #expect(
      Wording().message(StepProblem.pattern(.xmlSchema(schema)))
        == "the schema gave no verdict: \(schema)")
  }

  @Test("A schema or document that is none is shown with what is wrong")
  func documents() throws {
    func message(_ kind: ContractProblem.Kind) -> String {
      Wording().message(ContractProblem(kind, at: .unknown))
    }
    let xpath = try #require(throws: XPathSyntaxError.self) { try XPath("//a[") }
    #expect(message(.xpath(xpath)).hasPrefix("this is no XPath (1.0):\n  //a[\n      ^ "))
    var files = SchemaFiles { _ in nil }
    let reference = try #require(throws: SchemaFileError.self) {
      _ = try files.compile(JSONDocument(parsing: #"{"$ref": "http://x/y"}"#))
    }
    #expect(
      message(.jsonSchema(reference))
        == "the JSON Schema is unusable: #/$ref: the schema refers to http://x/y, which was not "
        + "provided; nothing is fetched; resources: [\"FILE\"] provides a document")
    let malformed = try #require(throws: XMLSyntaxError.self) { _ = try XMLTree(parsing: "a") }
    #expect(message(.malformedXML("a.xml", malformed)) == "\"a.xml\" is no XML: \(malformed)")
    #expect(
      message(.malformedXML(nil, malformed))
        == "the document to compare with is no XML: \(malformed)")
    let schema = try #require(throws: XMLSchemaError.self) {
      _ = try AccordDocuments.XMLSchema(parsing: Array("<a/>".utf8))
    }
    #expect(message(.xmlSchema("a.xsd", schema)) == "the schema \"a.xsd\" is unusable: \(schema)")
    #expect(
      message(.variableInSchema("v"))
        == "the variable \"v\" stands in a JSON Schema, which is read before anything is bound; "
        + "JSON([…]) compares with variables")
    #expect(
      message(.meaninglessInXML(".nullable"))
        == ".nullable says nothing of XML: a node is text, and a pattern speaks of one node or of all"
    )
    #expect(
      message(.emptyNamespace(prefix: "s"))
        == "the prefix \"s\" is given for no namespace; a name in no namespace has no prefix (Namespaces "
        + "in XML 1.0 section 3)")
    #expect(
      message(.lostVariable("v"))
        == "the variable \"v\" stands in text that takes none, and its value would be lost; .variable(…) "
        + "compares with it, as in .not(.contains(.variable(…)))")
    #expect(
      message(.unknownExample("idd", resource: "/a/{id}"))
        == "\"/a/{id}\" has no {idd}, of which .example speaks")
    #expect(
      message(.nodesOfValue(".count", .number))
        == ".count speaks of nodes, and this XPath gives a number")
    #expect(
      message(.severalGroups("/(a)/(b)", count: 2))
        == "\"/(a)/(b)\" has 2 groups, and one says what is captured; (?:…) groups without capturing"
    )
    #expect(
      message(.severalGroups("(a)(b)", count: 2))
        == "/(a)(b)/ has 2 groups, and one says what is captured; (?:…) groups without capturing")
  }

  @Test("An expression that is none is shown with the place of the mistake")
  func expressions() throws {
    let expression = try #require(throws: PatternSyntaxError.self) { try Pattern("(a") }
    #expect(
      Wording().message(ContractProblem(.expression("(a", expression), at: .unknown))
        == "the regular expression is unusable: this \"(\" has no \")\"\n  (a\n  ^")
    #expect(
      Wording().message(
        ContractProblem(.jsonPathExpression("$[?match(@, '(a')]", expression), at: .unknown))
        == "the JSONPath \"$[?match(@, '(a')]\" holds a regular expression that is no I-Regexp "
        + "(RFC 9485) and so matches nothing: this \"(\" has no \")\"\n  (a\n  ^")
    let path = try #require(throws: JSONPathSyntaxError.self) { try JSONPath("$.a. b") }
    #expect(
      Wording().message(ContractProblem(.jsonPath("$.a. b", path), at: .unknown))
        == "this is no JSONPath (RFC 9535):\n  $.a. b\n      ^ expected a name or *, found a space")
  }

  @Test(
    "An unusable base URL",
    arguments: [
      Worded<BaseURL.Problem>(
        .notAURL("localhost:8080"),
        "\"localhost:8080\" is no URL; did you mean \"http://localhost:8080\"?"),
      Worded(.notAURL("http://a b"), "\"http://a b\" is no URL"),
      Worded(
        .scheme("ftp://a"),
        "\"ftp://a\" has another scheme than http and https, which are all that is spoken"),
      Worded(
        .noHost("http:/a"),
        "\"http:/a\" names no host; write it as in \"http://127.0.0.1:8080\""),
      Worded(
        .credentials("http://ada:pass@host/"),
        "the base URL \"http://***@host/\" holds a user name or password; give them with .auth and --secret"
      ),
      Worded(
        .queryOrFragment("http://a?b"),
        "\"http://a?b\" has a query or a fragment; a base URL ends with its path, and .query adds to a step"
      ),
    ])
  func baseURL(_ worded: Worded<BaseURL.Problem>) {
    #expect(Wording().message(worded.value) == worded.message)
  }

  @Test("No client")
  func client() {
    #expect(
      Wording().message(HTTPClientError.curlUnavailable("out of memory"))
        == "libcurl cannot be used: out of memory")
    #expect(
      Wording().message(HTTPClientError.optionRefused(option: "CAINFO", reason: "bad"))
        == "libcurl refused the option CAINFO: bad; is the value right, and is this libcurl built for it?"
    )
  }

  @Test("A report that could not be written is named")
  func report() {
    #expect(
      Wording().message(
        ReportFailure(report: "junit", destination: .file("r/junit.xml"), reason: "No space left"))
        == "the junit report could not be written to \"r/junit.xml\": No space left")
    #expect(
      Wording().message(
        ReportFailure(report: "text", destination: .standardOutput, reason: "Broken pipe"))
        == "the text report could not be written to standard output: Broken pipe")
  }

  @Test(
    "A duration is told in figures that say something",
    arguments: [
      (Duration.microseconds(40), "0 ms"), (.microseconds(430), "0.4 ms"),
      (.microseconds(999), "1 ms"), (.microseconds(12_400), "12 ms"),
      (.milliseconds(1_240), "1.24 s"), (.milliseconds(1_005), "1.00 s"),
      (.milliseconds(12_340), "12.3 s"), (.seconds(60), "1 min 0 s"),
      (.seconds(125), "2 min 5 s"), (.seconds(7_260), "2 h 1 min"),
    ])
  func duration(duration: Duration, text: String) {
    #expect(Wording.duration(duration) == text)
  }
}
