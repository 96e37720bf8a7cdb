internal import AccordContract
internal import AccordDocuments
internal import AccordEngine

/// A target that is held to rules, as a listing shows it.
struct TargetLine {
  private let planned: PlannedTarget
  private let probe: PlannedProbe

  init(_ planned: PlannedTarget, of probe: PlannedProbe) {
    self.planned = planned
    self.probe = probe
  }

  /// As in `collection /cart (items /cart/{id}; 1 sample, replaced, patched)  [smoke]`.
  var text: String {
    let target = planned.target
    var line = target.kind.word
    if case .server = target.kind {
      line += ", by \(target.path)"
    } else {
      line += " \(target.title)"
    }
    let details = details
    if !details.isEmpty { line += " (\(details.joined(separator: "; ")))" }
    if !planned.tags.isEmpty { line += "  [\(planned.tags.map(\.name).joined(separator: ", "))]" }
    if case .disabled(let reason)? = probe.skipReason { line += "  disabled: \(reason)" }
    return line
  }

  private var details: [String] {
    let target = planned.target
    var details: [String] = []
    if target.name != nil, target.kind.word != "server" { details.append("\(target.path)") }
    if let origin = target.allowedOrigin, target.kind.word != "server" {
      details.append("read from \(origin)")
    }
    guard let collection = target.collection else { return details }
    if let item = collection.item { details.append("items \(item)") }
    var words: [String] = []
    if !collection.samples.isEmpty {
      let count = collection.samples.count
      words.append(count == 1 ? "1 sample" : "\(count) samples")
    }
    if !collection.replacements.isEmpty { words.append("replaced") }
    if !collection.patchFormats.isEmpty { words.append("patched") }
    if collection.createsByPut { words.append("made by PUT") }
    if !collection.rejected.isEmpty { words.append("\(collection.rejected.count) to be refused") }
    details.append(words.isEmpty ? "only read" : words.joined(separator: ", "))
    return details
  }

  /// One object, documented by its members' names.
  func write(to writer: inout JSONWriter, place: String) {
    let target = planned.target
    writer.beginObject()
    writer.name("id")
    writer.string(planned.id)
    writer.name("conformance")
    writer.string(probe.name)
    writer.name("kind")
    writer.string(target.kind.word)
    writer.name("target")
    writer.string(target.path.description)
    writer.name("item")
    if let item = target.collection?.item {
      writer.string(item.description)
    } else {
      writer.null()
    }
    writer.name("tags")
    writer.beginArray()
    for tag in planned.tags { writer.string(tag.name) }
    writer.endArray()
    writer.name("location")
    writer.string(place)
    writer.endObject()
  }
}
