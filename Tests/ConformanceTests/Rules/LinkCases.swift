import AccordConformance

/// RFC 8288.
extension RuleCase {
  private static func link(_ value: String) -> Answer { Answer(["Link": value]) }

  static let links: [RuleCase] = [
    .breaks("link.syntax", "no brackets", link("/items?page=2; rel=next")),
    .breaks("link.syntax", "an open bracket", link("</items?page=2; rel=next")),
    .breaks("link.syntax", "a value without quotes", link(#"</a>; rel=next page"#)),
    .breaks("link.syntax", "a blank in the target", link(#"</a b>; rel="next""#)),
    .breaks("link.syntax", "brackets in the query", level: .should, link("</a?x[]=1>; rel=next")),
    .breaks(
      "link.syntax", "brackets in the query before a link without any",
      link("</a?x[]=1>; rel=next").adding("Link", "/b; rel=last")),
    .keeps("link.syntax", "two links", link(#"</a?b,c>; rel="next"; title="x, y" , <d>;rel=last"#)),
    .keeps("link.syntax", "empty parameters and elements", link(#",</a> ; ; rel = next;,"#)),
    .silent("link.syntax", "an answer without it", Answer()),

    .breaks("link.rel-present", "a link without rel", link(#"</a>; title="x""#)),
    .breaks("link.rel-present", "two rels", link("</a>; rel=next; REL=last")),
    .breaks(
      "link.rel-present", "a second line without rel", link("</a>; rel=next").adding("Link", "</b>")
    ),
    .keeps("link.rel-present", "several relations in one rel", link(#"</a>; rel="next last""#)),
    .silent("link.rel-present", "an answer without links", Answer()),
  ]

  private static let going = "Sun, 06 Nov 1994 08:49:37 GMT"

  static let deprecation: [RuleCase] = [
    .breaks("deprecation.syntax", "a number", Answer(["Deprecation": "784111777"])),
    .breaks("deprecation.syntax", "a fraction", Answer(["Deprecation": "@784111777.5"])),
    .breaks(
      "deprecation.syntax", "the form of a draft", level: .should,
      Answer(["Deprecation": "true"])),
    .breaks(
      "deprecation.syntax", "the date of an older draft", level: .should,
      Answer(["Deprecation": "Sun, 06 Nov 1994 08:49:37 GMT"])),
    .keeps("deprecation.syntax", "a moment", Answer(["Deprecation": "@784111777"])),
    .keeps("deprecation.syntax", "a moment with a parameter", Answer(["Deprecation": "@-1;a=1"])),
    .silent("deprecation.syntax", "an answer without it", Answer()),

    .breaks("sunset.syntax", "an RFC 3339 date", Answer(["Sunset": "1994-11-06"])),
    .keeps("sunset.syntax", "a date", Answer(["Sunset": going])),
    .silent("sunset.syntax", "an answer without it", Answer()),

    .breaks(
      "sunset.after-deprecation", "a sunset before",
      Answer(["Deprecation": "@784111778", "Sunset": going])),
    .keeps(
      "sunset.after-deprecation", "the same moment",
      Answer(["Deprecation": "@784111777", "Sunset": going])),
    .silent("sunset.after-deprecation", "one of both", Answer(["Sunset": going])),
  ]
}
