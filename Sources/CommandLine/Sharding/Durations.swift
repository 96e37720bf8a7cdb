internal import AccordRuns

/// How long steps took in an earlier run.
enum Durations {
  /// The durations by id, of several repetitions the mean.
  static func read(_ path: String) throws(ShardProblem) -> [String: Duration] {
    var sums: [String: (duration: Duration, count: Int)] = [:]
    do throws(RunFileError) {
      var file = try RunFile(path: path)
      while let step = try file.next() {
        let sum = sums[step.id] ?? (.zero, 0)
        sums[step.id] = (sum.duration + step.duration, sum.count + 1)
      }
    } catch {
      throw .durations("\(error)")
    }
    return sums.mapValues { $0.duration / $0.count }
  }
}
