package import AccordEngine

/// The exit codes of a run, as `--help` says them.
package enum ExitStatus {
  /// Everything that ran conforms.
  package static let conforms: Int32 = 0
  /// At least one failure.
  package static let failure: Int32 = 1
  /// No failure, but no verdict could be had somewhere.
  package static let noVerdict: Int32 = 2
  /// No step gave a verdict.
  package static let nothingRan: Int32 = 3
  /// The command line or the contract is unusable (`EX_USAGE`).
  package static let usage: Int32 = 64

  /// The code of a run that ended.
  ///
  /// - Parameters:
  ///   - failsOnFlaky: `--fail-on-flaky`, also for a run that was made without it.
  ///   - allowsEmpty: `--allow-empty`.
  ///   - countsObserved: Whether an observed step gave a verdict: with `--compare` it did.
  ///   - hasOtherFailures: Whether the run fails for what is no step of it: `--strict-baseline`.
  ///   - hasOtherErrors: Whether a report could not be written, or the server of `--start` ended.
  package static func of(
    _ footer: RunFooter, failsOnFlaky: Bool, allowsEmpty: Bool, countsObserved: Bool = false,
    hasOtherFailures: Bool = false, hasOtherErrors: Bool
  ) -> Int32 {
    if let signal = footer.signal { return 128 + signal }
    let totals = footer.totals
    if totals.failed > 0 || failsOnFlaky && totals.flaky > 0 || hasOtherFailures
      || footer.conformance?.fails == true
    {
      return failure
    }
    let wasCutShort = footer.conformance?.wasCutShort == true
    if totals.errors > 0 || hasOtherErrors || wasCutShort { return noVerdict }
    let hasVerdict =
      totals.hasVerdict || countsObserved && totals.observed > 0
      || footer.conformance?.hasProbeVerdict == true
    if hasVerdict || allowsEmpty { return conforms }
    return footer.conformance?.isProbeUndecided == true ? noVerdict : nothingRan
  }
}

extension RunTotals {
  /// Whether some step came to a verdict.
  package var hasVerdict: Bool { passed + known + failed > 0 }
}
