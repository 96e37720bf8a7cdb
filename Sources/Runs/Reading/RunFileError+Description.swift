internal import AccordDocuments

extension RunFileError: CustomStringConvertible {
  /// One line that says where, what was expected, what came, and what to do.
  package var description: String {
    let place = VisibleText.escape(path) + (line > 0 ? ":\(line)" : "")
    return "\(place): \(problem)"
  }
}

extension RunFileError.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing: "there is no such file; --report jsonl=PATH and --reports DIR write one"
    case .unreadable(let words): "cannot be read: \(words)"
    case .empty: "expected a run in JSON Lines, as --report jsonl=PATH writes it, found nothing"
    case .notJSON(let words): "expected a JSON object, found text that is none: \(words)"
    case .lineTooLong(let limit):
      "the line is longer than \(VisibleText.grouped(limit)) octets, which no run file has"
    case .noHeader:
      "expected the first line of a run, {\"accord\":1,\"event\":\"run\",…}, found something else; "
        + "--report jsonl=PATH and --reports DIR (run.jsonl) write such files"
    case .otherVersion(let found, let known):
      "the file has version \(found) of the format, and this program reads version \(known); "
        + (found > known
          ? "use the Accord that wrote it, or a later one" : "run again to write it anew")
    case .member(let name, let expected, let found):
      "expected \(expected) in the member \"\(VisibleText.escape(name))\", found "
        + (found.map(VisibleText.escape) ?? "no such member")
    case .secondHeader(let afterEnd):
      "another run begins here"
        + (afterEnd ? "" : " before the one above it has ended")
        + ": several files were joined; give each run's own file (accord merge joins shards)"
    case .afterEnd:
      "a step follows the run's last line: several files were joined; give each run's own file"
    case .cutOff:
      "the file ends before the run does, so the run was killed or the file was cut; run again"
    case .miscounted(let stated, let found):
      "the last line counts \(VisibleText.grouped(stated)) steps, the file holds "
        + "\(VisibleText.grouped(found)); lines were added or removed, so run again"
    case .misjudged(let word, let stated, let found):
      "the last line counts \(VisibleText.grouped(stated)) steps as \(word), the file holds "
        + "\(VisibleText.grouped(found)); lines were changed, so run again"
    case .staleEntries(let stated, let named):
      "the last line counts \(VisibleText.grouped(stated)) stale entries of a baseline, the first one "
        + "names \(VisibleText.grouped(named)); lines were changed, so run again"
    }
  }
}
