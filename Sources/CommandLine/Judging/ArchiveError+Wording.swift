internal import AccordArchives
internal import AccordDocuments

extension ArchiveError: CustomStringConvertible {
  /// What is wrong with which entry of which file, and what to do.
  package var description: String {
    let place = entry.map { ": entries[\($0)]" } ?? ""
    return "\(Self.shown(file))\(place): \(account)"
  }

  private var account: String {
    switch reason {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .notAFile: "is no regular file, and a recording is read twice: save it first"
    case .empty: "is empty: did the run that wrote it end?"
    case .notJSON(let offset, let reason):
      "is no JSON at octet \(VisibleText.grouped(offset)): \(Self.shown(reason)); was it cut or "
        + "edited? A run writes it anew with --report har=PATH"
    case .notAnArchive:
      "is JSON, but no HTTP Archive: there is no array log.entries; --report har=PATH writes one"
    case .notOwn:
      "was not written by Accord, so that nothing says which step an exchange belongs to"
    case .withoutRun:
      "says which step it is of, but log._accord, which tells of the run, is gone: record it again, "
        + "or take _accord out of each entry"
    case .unknownFormat(let format):
      "was recorded by another version of Accord (log._accord.format is \(format), this one reads 1): "
        + "judge it with that, or record it again"
    case .missing(let member):
      "\(Self.shown(member)) is missing, which HAR 1.2 demands: record it again, or take the entry out"
    case .unusable(let member, let expected):
      "\(member.isEmpty ? "the entry" : Self.shown(member)) must be \(expected): record it again, or take the entry out"
    case .repeated(let step):
      "is an exchange of \(Self.quoted(step)) that was there already: two recordings in one file "
        + "cannot be told apart"
    case .incomplete(let step):
      "an exchange of \(Self.quoted(step)) is missing that others of it name: take those out too"
    case .tooLarge(let member, let octets):
      "\(member.isEmpty ? "the entry" : Self.shown(member)) has \(VisibleText.grouped(octets)) octets, "
        + "more than is read: \(member.isEmpty ? "take the entry out" : "record it again")"
    }
  }

  private static func shown(_ text: String) -> String {
    VisibleText.escape(JSONNode.excerpt(of: text, limit: 200))
  }

  private static func quoted(_ text: String) -> String { "\"\(shown(text))\"" }
}
