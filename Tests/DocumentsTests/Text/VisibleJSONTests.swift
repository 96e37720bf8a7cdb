import AccordDocuments
import Testing

@Suite("JSON that is printed does nothing")
struct VisibleJSONTests {
  @Test(
    "What would be acted on becomes an escape, all else stays as it is",
    arguments: [
      (#"{"a":"plain"}"#, #"{"a":"plain"}"#),
      (#"{"a":"/carts › Grüße 🐲"}"#, #"{"a":"/carts › Grüße 🐲"}"#),
      ("{\"a\":1}\n", "{\"a\":1}\n"),
      (#"["\#u{1B}[31m"]"#, #"["\u001b[31m"]"#),
      (#"["\#u{9B}31m"]"#, #"["\u009b31m"]"#),
      (#"["é\#u{202E}é","b"]"#, #"["é\u202eé","b"]"#),
      (#"["\#u{E0041}x"]"#, #"["\udb40\udc41x"]"#),
      (###"["##[error]"]"###, ###"["#\u0023[error]"]"###),
      (####"["###"]"####, ####"["#\u0023\u0023"]"####),
      (###"["#é#"]"###, ###"["#é#"]"###),
      (#"["\#u{7F}"]"#, #"["\u007f"]"#),
    ])
  func escapes(json: String, shown: String) {
    #expect(String(decoding: VisibleText.json(Array(json.utf8)), as: UTF8.self) == shown)
  }

  @Test("What is no UTF-8 becomes U+FFFD")
  func repairs() {
    let shown = VisibleText.json([0x22, 0xC3, 0x22, 0xE2, 0x80, 0x22])
    #expect(String(validating: shown, as: UTF8.self) == "\"\u{FFFD}\"\u{FFFD}\"")
  }
}
