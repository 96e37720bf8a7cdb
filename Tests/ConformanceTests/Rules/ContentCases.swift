import AccordConformance
import AccordHTTP

/// RFC 9110 section 8, RFC 9112.
extension RuleCase {
  private static let gzip: [UInt8] = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]

  static let content: [RuleCase] = [
    .breaks("http.content-type.present", "content without it", Answer(["Content-Type": nil])),
    .keeps("http.content-type.present", "content with it", Answer()),
    .silent(
      "http.content-type.present", "a 206 for who has the field already",
      Answer(206, ["Content-Type": nil]).asking("If-Range", #""a7""#)),
    .silent("http.content-type.present", "a HEAD", Answer(to: "HEAD")),
    .silent("http.content-type.present", "a 204", Answer(204, to: "DELETE")),
    .silent(
      "http.content-type.present", "content of which only a part was recorded",
      Answer(["Content-Type": nil]).seen(.incomplete)),

    .breaks("http.content-type.syntax", "a lone type", Answer(["Content-Type": "json"])),
    .breaks(
      "http.content-type.syntax", "two types",
      Answer(["Content-Type": "application/json, text/html"])),
    .breaks(
      "http.content-type.syntax", "a parameter without a value",
      Answer(["Content-Type": "application/json; charset"])),
    .breaks(
      "http.content-type.syntax", "a blank before =",
      Answer(["Content-Type": "application/json; charset =utf-8"])),
    .breaks("http.content-type.syntax", "nothing", Answer(["Content-Type": ""])),
    .keeps(
      "http.content-type.syntax", "parameters with quotes and empty ones",
      Answer(["Content-Type": #"application/json ;; a="x;\"y" ; charset=UTF-8;"#])),
    .silent("http.content-type.syntax", "an answer without it", Answer(204, to: "DELETE")),

    .breaks(
      "http.content-encoding.truthful", "gzip without a label", Answer().with(octets: gzip)),
    .breaks(
      "http.content-encoding.truthful", "a label without gzip",
      Answer(["Content-Encoding": "gzip"])),
    .breaks(
      "http.content-encoding.truthful", "a coding that curl cannot take off",
      Answer(["Content-Encoding": "gzip"]).asking("Accept-Encoding", "gzip")
        .failing(.curl, code: 61)),
    .keeps(
      "http.content-encoding.truthful", "gzip with its label",
      Answer(["Content-Encoding": "gzip"]).with(octets: gzip)),
    .keeps(
      "http.content-encoding.truthful", "a coding that was taken off here",
      Answer(["Content-Encoding": "gzip", "Content-Length": "99"])
        .asking("Accept-Encoding", "gzip")),
    .silent(
      "http.content-encoding.truthful", "a file that is gzip by its type",
      Answer(["Content-Type": "application/gzip"]).with(octets: gzip)),
    .silent(
      "http.content-encoding.truthful", "a coding that does not show",
      Answer(["Content-Encoding": "br"])),
    .silent(
      "http.content-encoding.truthful", "several codings",
      Answer(["Content-Encoding": "gzip, br"])),
    .silent(
      "http.content-encoding.truthful", "what a browser recorded without its coding",
      Answer(["Content-Encoding": "gzip", "Content-Length": "99"]).seen(.transcribed)),
    .silent(
      "http.content-encoding.truthful", "a part of content with a coding",
      Answer(206, ["Content-Encoding": "gzip", "Content-Range": "bytes 4-6/99"])
        .with(octets: [1, 2, 3])),
    .silent(
      "http.content-encoding.truthful", "a part that begins as gzip does",
      Answer(206, ["Content-Range": "bytes 0-12/99"]).with(octets: gzip)),
    .silent(
      "http.content-encoding.truthful", "a part that curl cannot take the coding off",
      Answer(206, ["Content-Encoding": "gzip", "Content-Range": "bytes 4-6/99"])
        .asking("Accept-Encoding", "gzip").failing(.curl, code: 61)),
    .silent(
      "http.content-encoding.truthful", "a coding that nobody here knows",
      Answer(["Content-Encoding": "dcb"]).asking("Accept-Encoding", "dcb")
        .failing(.curl, code: 61)),

    .breaks("http.content-length.correct", "a larger number", Answer(["Content-Length": "9"])),
    .breaks(
      "http.content-length.correct", "a number with a sign", Answer(["Content-Length": "+8"])),
    .breaks(
      "http.content-length.correct", "a length that ended the exchange",
      Answer().failing(.malformed(.unusableLength("8 octets")))),
    .breaks(
      "http.content-length.correct", "two lengths that ended the exchange",
      Answer().failing(.malformed(.lengthsDiffer(["8", "9"])))),
    .keeps("http.content-length.correct", "the right number", Answer()),
    .silent(
      "http.content-length.correct", "the answer to HEAD",
      Answer(to: "HEAD", ["Content-Length": "8"])),
    .silent(
      "http.content-length.correct", "a 304 with the length of the 200",
      Answer(304, ["Content-Length": "8"])),
    .silent(
      "http.content-length.correct", "a connection that ended early",
      Answer(["Content-Length": "9"]).failing(.curl, code: 18)),
    .silent(
      "http.content-length.correct", "what a browser wrote down as text",
      Answer(["Content-Length": "9"]).seen(.transcribed)),
    .silent(
      "http.content-length.correct", "content of which a part was recorded",
      Answer(["Content-Length": "9"]).seen(.incomplete)),
    .silent(
      "http.content-length.correct", "content in chunks",
      Answer(["Content-Length": nil, "Transfer-Encoding": "chunked"])),

    .breaks(
      "http.204.no-content-length", "a length", Answer(204, ["Content-Length": "8"])),
    .breaks(
      "http.204.no-content-length", "chunks", Answer(204, ["Transfer-Encoding": "chunked"])),
    .breaks(
      "http.204.no-content-length", "a length of 0", level: .should,
      Answer(204, ["Content-Length": "0"])),
    .keeps("http.204.no-content-length", "no length", Answer(204)),
    .silent(
      "http.204.no-content-length", "a 205 with a length of 0",
      Answer(205, to: "POST", ["Content-Length": "0"]).with(octets: [])),

    .breaks(
      "framing.response-cl-and-te", "both fields",
      Answer(["Transfer-Encoding": "chunked"])),
    .breaks(
      "framing.response-cl-and-te", "both fields, for which the exchange was ended",
      Answer().failing(.malformed(.lengthBesideCoding))),
    .keeps("framing.response-cl-and-te", "a length", Answer()),
    .keeps(
      "framing.response-cl-and-te", "chunks",
      Answer(["Content-Length": nil, "Transfer-Encoding": "chunked"])),
    .silent(
      "framing.response-cl-and-te", "HTTP/2",
      Answer().over(.http2)),
  ]
}
