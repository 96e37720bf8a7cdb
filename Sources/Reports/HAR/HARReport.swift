internal import AccordDocuments
package import AccordEngine
internal import AccordHTTP

/// HTTP Archive 1.2: the exchanges of a run, each an entry, in the order in which steps were completed.
///
/// Each hop of a followed redirect is an entry of its own. What the format has no member for stands
/// in members that begin with `_`: which step an exchange belongs to and what it came to, trailers,
/// interim responses, octets of fields that are no text. A response so can be judged again as it came.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class HARReport: Report {
  /// Which exchanges are written, and how much of them.
  package enum Scope: Sendable, Hashable {
    /// Every exchange, its bodies whole.
    case everything
    /// Those of failed and errored steps, and of each body at most so many octets.
    case troubled(bodyLimit: Int)
  }

  package let kind = "har"
  package let output: ReportOutput
  private let scope: Scope
  private var account: StepAccount
  private var header: RunHeader?
  private var entryCount = 0
  private var unsent = UnsentSteps()
  private var signal: Int32?

  /// A report in the form of HAR 1.2.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - scope: Which exchanges are written.
  ///   - sources: How the contract's files are called.
  ///   - redactor: What the reports of the run share.
  package init(
    _ destination: ReportDestination, scope: Scope, sources: SourceOptions, redactor: Redactor
  ) {
    self.scope = scope
    output = ReportOutput(destination)
    account = StepAccount(sources, redactor)
  }

  package func receive(_ event: Event) {
    switch event {
    case .secret: break
    case .ended(let footer): signal = footer.signal
    case .started(let header):
      self.header = header
      begin(header)
    case .finished(let record): write(record)
    }
  }

  package func finish(_ written: WrittenReports) {
    if header == nil { begin(nil) }
    output.write("\n]")
    if let json = unsent.json(redacting: account.wording.redactor) {
      output.write(",\n\"_unsent\":")
      output.write(VisibleText.json(json.bytes))
    }
    addStop()
    output.write("}}\n")
  }

  /// That the run was stopped, which only its end knows, when `_accord` is long written.
  private func addStop() {
    guard signal != nil || unsent.stoppedCount > 0 else { return }
    var json = JSONWriter()
    json.beginObject()
    if let signal { json.member("signal", Int(signal)) }
    json.member("notRun", unsent.stoppedCount)
    json.endObject()
    output.write(",\n\"_stopped\":")
    output.write(VisibleText.json(json.bytes))
  }

  private func begin(_ header: RunHeader?) {
    let redact = account.wording.redactor.redact as (String) -> String
    var json = JSONWriter()
    json.beginObject()
    json.name("log")
    json.beginObject()
    json.member("version", "1.2")
    json.name("creator")
    json.beginObject()
    json.member("name", "Accord")
    json.member("version", header?.version ?? "")
    json.endObject()
    if let header {
      json.name("_accord")
      json.beginObject()
      json.member("format", 1)
      json.member("contract", redact(header.contract))
      json.member("url", redact(header.baseURL))
      json.member("startedAt", Int(header.startedAt))
      // Shards that drew seeds of their own have none in common.
      if header.joined?.haveSeveralSeeds != true {
        json.name("seed")
        json.raw(String(header.seed))
      }
      json.member("shuffled", header.isShuffled)
      json.member("repetitions", header.repetitions)
      json.member("steps", header.stepCount)
      json.member(
        "complete", scope == .everything && header.joined?.haveAllExchanges != false)
      if !header.warnings.isEmpty {
        json.member("warnings", header.warnings.map(account.wording.message))
      }
      json.endObject()
    }
    if case .troubled(let limit) = scope {
      json.member(
        "comment",
        "the exchanges of failed and errored steps, with at most \(Wording.size(limit)) of each body"
      )
    }
    // Not a page was loaded; readers want the member all the same.
    json.name("pages")
    json.beginArray()
    json.endArray()
    json.name("entries")
    json.beginArray()
    output.write(VisibleText.json(json.bytes))
  }

  private func write(_ record: StepRecord) {
    unsent.note(record, account.wording)
    var limit: Int?
    if case .troubled(let bodyLimit) = scope {
      switch record.outcome {
      case .failed, .errored: limit = bodyLimit
      case .passed, .skipped, .observed, .known: return
      }
    }
    // Of what a run file tells of an exchange no entry can be made.
    guard record.hasWholeExchanges else { return }
    for (number, start) in starts(of: record).enumerated() {
      var entry = HAREntry(
        record: record, number: number, start: start, bodyLimit: limit, account: account)
      output.write(entryCount == 0 ? "\n" : ",\n")
      output.write(VisibleText.json(entry.json().bytes))
      entryCount += 1
    }
  }

  /// When each exchange began, in milliseconds since 1970.
  ///
  /// They are those of the last try, of which only the step's end is known: counted back from there.
  private func starts(of record: StepRecord) -> [Int64] {
    var moment = record.start + record.duration
    var starts: [Int64] = []
    for exchange in record.exchanges.reversed() {
      moment = max(record.start, moment - exchange.timings.total)
      starts.append((header?.startedAt ?? 0) + moment.microseconds / 1_000)
    }
    return starts.reversed()
  }
}
