import Accord
import Foundation

/// What a server should not send, sent by one that decodes what its path holds.
let strangeBodies = Group("Strange bodies") {
  for (what, body) in strangeJSON {
    Get(decoded(body)).named(what).expect(200) { JSON(["a": 1]) }
  }
  Get(decoded(Array("\u{1B}[31mred\u{1B}[0m\r\n::error::owned\u{202E}".utf8)))
    .named("a text that would steer a terminal").expect(200) { Text("harmless") }
}

let strangeJSON: [(String, [UInt8])] = [
  ("a member twice", Array(#"{"a": 1, "a": 2}"#.utf8)),
  ("a comma too many", Array("{\n  \"a\": 1,\n}".utf8)),
  ("half a document", Array(#"{"a": [1, 2"#.utf8)),
  ("two documents", Array(#"{"a": 1} {"a": 1}"#.utf8)),
  ("a mark of byte order", [0xEF, 0xBB, 0xBF] + Array(#"{"a": 1}"#.utf8)),
  ("half a surrogate pair", Array(#"{"a": "\ud800"}"#.utf8)),
  ("a number that no Double holds", Array(#"{"a": 1e400}"#.utf8)),
  ("more depth than sense", Array(repeating: UInt8(ascii: "["), count: 600)),
  ("a name that is not quoted", Array("{a: 1}".utf8)),
  ("NaN", Array(#"{"a": NaN}"#.utf8)),
  ("a colour in a string", Array(#"{"a": "\u001b[31mred"}"#.utf8)),
]

/// The path at which httpbin answers these octets.
func decoded(_ octets: [UInt8]) -> String {
  let text = Data(octets).base64EncodedString()
  return "/base64/"
    + text.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
}
