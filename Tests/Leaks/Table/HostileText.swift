/// Text that does something where it is interpreted: by a terminal, a reader of logs, a report's
/// format, or what lays out text in two directions.
package struct HostileText: Sendable, CustomStringConvertible {
  /// A name of its own, a segment of paths too.
  package let name: String
  package let octets: [UInt8]

  package var description: String { name }

  /// As text, what is no UTF-8 replaced.
  package var text: String { String(decoding: octets, as: UTF8.self) }

  private init(_ name: String, _ text: String) { self.init(name, octets: Array(text.utf8)) }

  private init(_ name: String, octets: [UInt8]) {
    self.name = name
    self.octets = octets
  }

  package static let all: [HostileText] = [
    HostileText("cdata-end", "]]>x]]&gt;"),
    HostileText("end-of-case", "\"/></testcase><testcase name=\"forged\"/>"),
    HostileText("end-of-output", "</system-out></failure><!--"),
    HostileText("entity", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>&a;"),
    HostileText("script", "<script>alert(1)</script>"),
    HostileText("csi", "a\u{1B}[31mred\u{1B}[2J\u{1B}[1A\u{1B}[0m"),
    HostileText("title", "\u{1B}]0;owned\u{7}"),
    HostileText("osc-8", "\u{1B}]8;;https://evil.test/\u{1B}\\click\u{1B}]8;;\u{1B}\\"),
    HostileText("osc-52", "\u{1B}]52;c;cm0gLXJm\u{7}"),
    HostileText("dcs", "\u{1B}P$q\"p\u{1B}\\\u{1B}c"),
    HostileText("c1", "\u{9B}31m\u{9D}0;t\u{9C}\u{85}\u{90}"),
    HostileText("c1-octets", octets: [0x9B, 0x33, 0x31, 0x6D, 0x85]),
    HostileText("controls", "\u{1}\u{2}\u{5}\u{E}\u{F}\u{1C}\u{1F}\u{7F}"),
    HostileText("nul", "a\u{0}b"),
    HostileText("backspace", "pass\u{8}\u{8}\u{8}\u{8}fail"),
    HostileText("tab", "a\tb\u{B}c\u{C}d"),
    HostileText(
      "noncharacters",
      // U+FFFE, U+FFFF, U+1FFFE, U+FDD0
      octets: [0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF, 0xF0, 0x9F, 0xBF, 0xBE, 0xEF, 0xB7, 0x90]),
    HostileText("surrogates-as-octets", octets: [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80, 0x61]),
    HostileText("surrogates-escaped", #"\ud800 \udc00\ud800"#),
    HostileText("escaped-controls", #"\u001b[31m\u0000\u202e\u009b"#),
    HostileText("invalid", octets: [0xFF, 0xFE, 0xC0, 0x80, 0xF8, 0x88, 0x80, 0x80, 0x80]),
    HostileText("overrides", "a\u{202A}b\u{202B}c\u{202C}d\u{202D}e\u{202E}f"),
    HostileText("isolates", "a\u{2066}b\u{2067}c\u{2068}d\u{2069}\u{200E}\u{200F}\u{61C}"),
    HostileText("invisible", "a\u{200B}b\u{200C}c\u{200D}d\u{2060}e\u{FEFF}f\u{AD}g\u{34F}h"),
    HostileText("tags", "a\u{E0041}\u{E007F}\u{FFF9}\u{FFFA}\u{FFFB}"),
    HostileText("separators", "a\u{2028}::error::b\u{2029}::error::c\u{85}::error::d"),
    HostileText("mask", "::add-mask::passed"),
    HostileText("error", "::error file=a,line=1::owned"),
    HostileText("after-line", "x\n::error::owned\n::stop-commands::t\n::set-output name=a::b"),
    HostileText("after-return", "x\r::error::owned\r\n  ::warning::owned\r\n\u{2003}::notice::x"),
    HostileText("fields", "x\r\nX-Injected: 1\r\n\r\n::error::body"),
    HostileText("old-command", "x ##[error]owned ##[group]"),
    HostileText("azure", "x ##vso[task.setvariable variable=a]b\n##vso[task.complete]"),
    HostileText("teamcity", "##teamcity[testFailed name='x' message='y']"),
    HostileText("gitlab", "section_start:1560896352:s[collapsed=true]\r\u{1B}[0Kx"),
    HostileText("buildkite", "\u{1B}_bk;t=1\u{7}"),
    HostileText("shell", "$(reboot) `reboot` '; reboot #"),
    HostileText("percent", "%0A::error::x%1B[31m%s%n"),
  ]

  /// Five megabytes in one line.
  package static let long = HostileText(
    "long", octets: Array(repeatElement("<é]]>\u{1B}".utf8, count: 600_000).joined()))
}
