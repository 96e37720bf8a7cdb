internal import ArgumentParser

/// Which part of a run this machine does.
struct ShardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Do this part of the run only, such as 2/4; auto reads the CI system's variables, and auto/4 "
        + "where they do not tell how many parts there are. A scenario is never split.",
      valueName: "i/n"))
  var shard: String?

  @Option(
    help: ArgumentHelp(
      "With --shard, balance the parts by how long steps took in an earlier run: its run.jsonl.",
      valueName: "file"))
  var durations: String?

  func validate() throws { try GivenPath.check(durations, of: "--durations") }
}
