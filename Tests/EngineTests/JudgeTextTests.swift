import AccordContract
import AccordEngine
import AccordHTTP
import Testing

struct JudgeTextTests {
  private func judgement(_ octets: [UInt8], _ type: String?, _ text: String) throws -> Judgement {
    var answer = response(200, type.map { [("Content-Type", $0)] } ?? [])
    answer.body = octets
    return try judge(Get("/a").expect(200) { Text(.equal(to: text)) }, answer)
  }

  @Test(
    arguments: [
      ([0x61, 0xC3, 0xA9], nil, "a\u{E9}"), ([0x61, 0xC3, 0xA9], "text/plain", "a\u{E9}"),
      ([0xC3, 0xA9], "text/plain; charset=UTF-8", "\u{E9}"),
      ([0xC3, 0xA9], "text/plain; a=b ;\tCharset = \"utf-8\"", "\u{E9}"),
      ([0x61], "text/plain; charset=us-ascii", "a"),
      ([0xE9, 0x80], "text/plain; charset=ISO-8859-1", "\u{E9}\u{80}"),
      ([0xE9], "text/plain;charset=latin1", "\u{E9}"),
      ([0x00, 0xE9], "text/plain; charset=utf-16", "\u{E9}"),
      ([0xFE, 0xFF, 0x00, 0xE9], "text/plain; charset=utf-16", "\u{E9}"),
      ([0xFF, 0xFE, 0xE9, 0x00], "text/plain; charset=utf-16", "\u{E9}"),
      ([0xE9, 0x00], "text/plain; charset=utf-16le", "\u{E9}"),
      ([0xD8, 0x3D, 0xDE, 0x00], "text/plain; charset=utf-16be", "\u{1F600}"),
      ([], nil, ""),
    ] as [([UInt8], String?, String)])
  func `A text is read in its charset`(octets: [UInt8], type: String?, text: String) throws {
    #expect(try judgement(octets, type, text).places == [])
    #expect(try judgement(octets, type, text + "x").places == ["text"])
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62, 0x63, 0x64], nil, "no utf-8 at octet 1"),
      ([0x61, 0x62, 0xC3], nil, "no utf-8 at octet 2"),
      ([0xED, 0xA0, 0x80], nil, "no utf-8 at octet 0"),
      ([0x61, 0xC3, 0xA9], "text/plain; charset=US-ASCII", "no US-ASCII at octet 1"),
      ([0x00], "text/plain; charset=utf-16", "no utf-16 at octet 1"),
      ([0xD8, 0x3D], "text/plain; charset=utf-16be", "no utf-16be at octet 0"),
    ] as [([UInt8], String?, String)])
  func `What is no text in its charset says where`(
    octets: [UInt8], type: String?, problem: String
  ) throws {
    let findings = try judgement(octets, type, "a").findings
    guard findings.count == 1, case .decodableText? = findings.first?.mismatch.expected,
      case .problem(let found)? = findings.first?.mismatch.found
    else {
      Issue.record("\(findings)")
      return
    }
    #expect(found == problem)
  }
}
