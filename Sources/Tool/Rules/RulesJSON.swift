internal import AccordConformance
internal import AccordDocuments

/// Rules as an array of JSON, an object a line.
struct RulesJSON {
  private let rules: [Rule]

  init(_ rules: [Rule]) { self.rules = rules }

  var octets: [UInt8] {
    var text = Array("[".utf8)
    for (index, rule) in rules.enumerated() {
      text += (index == 0 ? "\n" : ",\n").utf8
      text += Self.object(rule)
    }
    return text + "\n]\n".utf8
  }

  private static func object(_ rule: Rule) -> [UInt8] {
    var json = JSONWriter()
    func member(_ name: String, _ value: String) {
      json.name(name)
      json.string(value)
    }
    func member(_ name: String, _ values: [String]) {
      json.name(name)
      json.beginArray()
      for value in values { json.string(value) }
      json.endArray()
    }
    json.beginObject()
    member("id", rule.id)
    member("level", rule.level.rawValue)
    json.name("tier")
    json.integer(rule.tier)
    member("group", rule.group.rawValue)
    member("safety", rule.safety.rawValue)
    member("statement", rule.statement)
    member("remedy", rule.remedy)
    json.name("sections")
    json.beginArray()
    for citation in rule.citations {
      json.beginObject()
      member("document", citation.standard.name)
      member("section", citation.section)
      member("url", citation.url)
      json.endObject()
    }
    json.endArray()
    member("dependsOn", rule.dependencies)
    member("profiles", RuleProfile.allCases.filter(rule.profiles.contains).map(\.rawValue))
    json.name("passive")
    json.boolean(rule.passive != nil)
    json.name("active")
    json.boolean(rule.active != nil)
    json.endObject()
    return json.bytes
  }
}
