internal import AccordConformance
internal import AccordDocuments
internal import AccordEngine

/// What rules of HTTP and REST say of a run, as the page's script reads it.
extension JSONWriter {
  mutating func member(page account: ConformanceAccount, _ wording: Wording) {
    name("conformance")
    beginObject()
    member("fails", account.fails)
    member("summary", wording.conformance(account))
    name("rules")
    beginArray()
    for rule in account.broken {
      beginObject()
      member("level", (rule.level ?? rule.rule.level).rawValue)
      member("text", wording.conformance(rule))
      if let first = rule.first { member("index", first.index) }
      member("statement", rule.rule.statement)
      member("remedy", rule.rule.remedy)
      member("sections", rule.rule.citations.map(\.description))
      endObject()
    }
    endArray()
    endObject()
  }
}
