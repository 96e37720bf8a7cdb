import AccordContract
import AccordEngine
import AccordHTTP
import Testing

struct JudgeXMLTests {
  private func judgement(
    _ body: String, _ type: String = "application/xml",
    @ExpectationBuilder _ statements: () -> [AccordContract.Expectation]
  ) throws -> Judgement {
    try judge(Get("/a").expect(200, statements), response(200, [("Content-Type", type)], body))
  }

  @Test func `XPaths, documents and captures read one parsed body`() throws {
    let judgement = try judgement("<a><b>1</b></a>") {
      XML("//b", 1)
      XML("//b", 2)
      XML(equals: "<a>\n  <b>1</b>\n</a>")
      XML(equals: "<a><b>2</b></a>")
      Capture(Variable("v"), .xpath("//b"))
      Capture(Variable("w"), .xpath("//c"))
    }
    #expect(judgement.places == ["/a/b", "/a/b", "//c"])
    #expect(judgement.captured == ["v=1"])
  }

  @Test(arguments: ["{}", "", "<a>", "<a/><b/>", "<a><b></a></b>", "<p:a/>"])
  func `A body that is no XML is told once`(body: String) throws {
    let judgement = try judgement(body) {
      XML("//b", 1)
      XML(equals: "<a/>")
      Capture(Variable("v"), .xpath("//b"))
    }
    #expect(judgement.places == ["body"])
    #expect(judgement.problem == nil)
  }

  @Test(arguments: [
    "<!DOCTYPE a SYSTEM 'http://127.0.0.1/x.dtd'><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300),
  ])
  func `A body that is not read has no verdict`(body: String) throws {
    let judgement = try judgement(body) { XML("//b", 1) }
    #expect(judgement.places == [])
    guard case .refusedXML = judgement.problem else {
      Issue.record("no verdict was expected, and there is \(judgement)")
      return
    }
  }

  @Test(
    arguments: [
      ("application/xml; charset=utf-8", "<?xml version='1.0' encoding='UTF-8'?><a>x</a>", []),
      ("application/xml; charset=\"UTF8\"", "<a>x</a>", []),
      ("application/xml", "<?xml version='1.0' encoding='us-ascii'?><a>x</a>", []),
      (
        "text/xml; charset=iso-8859-1", "<?xml version='1.0' encoding='UTF-8'?><a>x</a>", ["body"]
      ),
      ("text/xml; charset=iso-8859-1", "\u{FEFF}<a>x</a>", ["body"]),
    ] as [(String, String, [String])])
  func `A charset that disagrees with the document is a finding, once`(
    type: String, body: String, places: [String]
  ) throws {
    let judgement = try judgement(body, type) {
      XML("/a", "x")
      XML("/a", "x")
    }
    #expect(judgement.places == places)
  }

  @Test func `The charset of the media type is the one that is read by`() throws {
    let octets = Array("<a>Zo".utf8) + [0xE9] + Array("</a>".utf8)
    let answer = HTTPResponse(
      status: 200, reason: "OK",
      fields: HTTPFields([("Content-Type", "text/xml; charset=iso-8859-1")]), body: octets)
    let judgement = try judge(Get("/a").expect(200) { XML("/a", "Zoé") }, answer)
    #expect(judgement.places == [])
    guard
      case .unknownCharset("martian") =
        try self.judgement("<a/>", "text/xml; charset=martian", { XML("/a", "") }).problem
    else {
      Issue.record("a charset that is not known gives no verdict")
      return
    }
  }

  @Test func `A name without a prefix in a document that has a namespace is explained`() throws {
    let found = try self.judgement("<a xmlns='urn:x'/>") { XML("//a", .any) }.findings.first?
      .mismatch
    guard case .nothingInNamespace("urn:x") = found?.found else {
      Issue.record("the namespace should be told")
      return
    }
    let plain = try self.judgement("<a/>") { XML("//b", .any) }.findings.first?.mismatch
    guard case .nothing = plain?.found else {
      Issue.record("there is no namespace to be told")
      return
    }
  }

  @Test func `An XPath without an answer within its bounds has no verdict`() throws {
    let body = "<r>" + String(repeating: "<a>x</a>", count: 3_000) + "</r>"
    let judgement = try judgement(body) { XML("count(//a[. = //a[. = //a]])", 1) }
    guard case .pattern(.xpath) = judgement.problem else {
      Issue.record("no verdict was expected, and there is \(judgement)")
      return
    }
  }

  @Test func `Values of variables are text in a document to compare with`() throws {
    let variable = Variable("v")
    let step = Get("/a").expect(200) { XML(equals: "<a>\(variable)</a>") }
    let answer = response(200, [], "<a>&lt;b/&gt;</a>")
    #expect(try judge(step, answer, bindings: ["v": .text("<b/>")]).places == [])
    #expect(try judge(step, answer, bindings: ["v": .text("<c/>")]).places == ["/a"])
    guard
      case .pattern(.unusableXML) = try judge(
        step, answer, bindings: ["v": .text("\u{1}")]
      ).problem
    else {
      Issue.record("a control character cannot stand in XML")
      return
    }
  }

  @Test func `A prefix that means another namespace is explained as well`() throws {
    let found = try judgement("<a xmlns='urn:x'/>") {
      XML("//p:a", .any, namespaces: ["p": "urn:y"])
    }.findings.first?.mismatch.found
    guard case .nothingInNamespace("urn:x") = found else {
      Issue.record("the namespace should be told")
      return
    }
  }

  @Test func `What may be a secret is not shown where it cannot be captured`() throws {
    let secret = Variable("s", .secret)
    let judgement = try judgement("<r><a>tok=first</a><a>tok=second</a></r>") {
      Capture(secret, .xpath("//a"))
      Capture(secret, .text(matching: "tok:([a-z]+)"))
    }
    #expect(judgement.captured == [])
    #expect(judgement.findings.count == 2)
    guard case .count(2) = judgement.findings.first?.mismatch.found,
      case .octets(40) = judgement.findings.last?.mismatch.found
    else {
      Issue.record("only how much came may be told, and it is \(judgement.findings)")
      return
    }
  }

  @Test func `What did not fit is told beside a pattern that has no verdict`() throws {
    let hostile = String(repeating: "a", count: 30_000)
    let judgement = try judgement("<r><a>\(hostile)</a></r>") {
      XML("//a", .all(.hasPrefix("b"), .each(.matches(#"^(a*)*\1+b"#))))
    }
    #expect(judgement.places == ["/r/a"])
    guard case .pattern(.patternLimit) = judgement.problem else {
      Issue.record("no verdict was expected, and there is \(judgement)")
      return
    }
  }

  @Test func `Of very many differences the first are told and the others counted`() throws {
    let body = "<r>" + (0..<60).map { "<a>\($0)</a>" }.joined() + "</r>"
    let expected = XMLText.text("<r>" + String(repeating: "<a>x</a>", count: 60) + "</r>")
    let judgement = try judgement(body) { XML(equals: expected) }
    #expect(judgement.places.count == 20)
    #expect(judgement.findings.last?.furtherCount == 40)
  }

  @Test func `Each of nothing does not fit where the names are in another namespace`() throws {
    let body = "<r xmlns='urn:x'><a>-1</a></r>"
    #expect(try judgement(body) { XML("//a", .each(.number(1...))) }.places == ["//a"])
    #expect(try judgement(body) { XML("//*[local-name() = 'b']", .each(1)) }.places == [])
    #expect(try judgement("<r/>") { XML("//a", .each(1)) }.places == [])
    let envelope = "<e:r xmlns:e='urn:e'><e:body/></e:r>"
    #expect(try judgement(envelope) { XML("//a", .each(1)) }.places == [])
    #expect(
      try judgement(body) { XML("//s:b", .each(1), namespaces: ["s": "urn:s"]) }.places == [])
  }
}
