/// The record of one shard's run, as `run.jsonl` has it.
struct ShardRecord {
  struct Step {
    var wholeIndex: Int
    var outcome = "passed"
    var isFlaky = false
    var duration = 1
    var title: String { "GET /items/\(wholeIndex)" }
  }

  var index: Int
  var total: Int
  var contract = "Shop"
  var run: String?
  var plan = "0123456789abcdef0123456789abcdef"
  var seed = 1
  var repetitions = 1
  /// How many steps all shards have.
  var stepCount: Int
  var steps: [Step]
  var signal: Int?
  var startedAt = 1_767_225_600_000
  var duration = 100
  var isShard = true
  /// What the shard was held to, as further members of `shard`.
  var review = ""
  var stepCountOfContract: Int?
  /// The ids that entries of a baseline name and the contract has not, where the shard failed for those.
  var staleIDs: [String] = []

  var text: String {
    (["\(header)"] + steps.enumerated().map(line) + [end]).joined(separator: "\n") + "\n"
  }

  var header: String {
    var shard = ""
    if isShard {
      let run = run.map { #""run":"\#($0)","# } ?? ""
      shard =
        #","shard":{"index":\#(index),"total":\#(total),\#(run)"steps":\#(stepCount),"plan":"\#(plan)"\#(review)}"#
    }
    let stale = staleIDs.enumerated().map { line, id in
      #"{"file":"known.jsonl","line":\#(line + 1),"id":"\#(id)","subject":"status"}"#
    }
    if !stale.isEmpty { shard = #","staleEntries":[\#(stale.joined(separator: ","))]"# + shard }
    return
      #"{"accord":1,"event":"run","version":"0.1.0","contract":"\#(contract)","url":"http://127.0.0.1:8080","startedAt":\#(startedAt),"jobs":8,"seed":\#(seed),"shuffled":false,"repetitions":\#(repetitions),"steps":\#(steps.count),"contractSteps":\#(stepCountOfContract ?? stepCount)\#(shard)}"#
  }

  private func line(_ index: Int, _ step: Step) -> String {
    let place = isShard ? #""wholeIndex":\#(step.wholeIndex),"# : ""
    let reason =
      ["error", "skipped", "known"].contains(step.outcome)
      ? #","reasonKind":"disabled","reason":"because""# : ""
    let finding =
      step.outcome == "failed" || step.outcome == "known"
      ? #","findings":[{"kind":"json","place":"$.a[2]","message":"$.a[2]: expected 3, found 2","location":{"file":"specs/Items.swift","line":3,"column":5}}]"#
      : ""
    let section = step.wholeIndex / 4
    return
      #"{"event":"step","id":"/s\#(section) › \#(step.title)","index":\#(index),\#(place)"repetition":1,"path":["/s\#(section)"],"title":"\#(step.title)","role":"step","section":\#(section),"method":"GET","endpoint":"/items","tags":[],"location":{"file":"specs/Items.swift","line":3,"column":5},"expected":"200","outcome":"\#(step.outcome)"\#(reason)\#(finding),"tries":1,"flaky":\#(step.isFlaky),"start":0.000,"duration":\#(step.duration).000}"#
  }

  private var end: String {
    func count(_ outcome: String) -> Int { steps.count { $0.outcome == outcome } }
    let stale = staleIDs.isEmpty ? "" : #","staleEntries":\#(staleIDs.count)"#
    let signal = signal.map { #","signal":\#($0)"# } ?? ""
    return
      #"{"event":"end","passed":\#(count("passed")),"failed":\#(count("failed")),"errors":\#(count("error")),"skipped":\#(count("skipped")),"observed":\#(count("observed")),"known":\#(count("known")),"fixed":0,"flaky":\#(steps.count(where: \.isFlaky))\#(stale),"requests":\#(steps.count),"duration":\#(duration).000\#(signal)}"#
  }

  /// The shards of a run of so many steps, in turns, each in another order than the plan's.
  static func shards(_ total: Int, steps count: Int, outcomes: [Int: String] = [:]) -> [ShardRecord]
  {
    (1...total).map { index in
      let places = (0..<count).filter { $0 % total == index - 1 }
      let steps = (places.dropFirst() + places.prefix(1)).map {
        Step(wholeIndex: $0, outcome: outcomes[$0] ?? "passed")
      }
      return ShardRecord(index: index, total: total, stepCount: count, steps: steps)
    }
  }
}
