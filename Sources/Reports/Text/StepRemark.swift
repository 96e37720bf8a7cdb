internal import AccordEngine

/// What is said of a step besides what it came to.
struct StepRemark {
  /// What a remark is about.
  enum Kind: String, CaseIterable {
    /// A known issue said that the step would fail, and it passed.
    case fixed
    /// The step passed only when it was sent again, after no answer.
    case flaky
    /// The request went out on another connection, since a kept one had ended.
    case sentAgain = "sent again"
    /// The request was sent again after the time that an answer asked for.
    case waited
  }

  var kind: Kind
  var text: String

  /// As in `flaky: passed on try 2, after no answer`.
  var sentence: String { "\(kind.rawValue): \(text)" }

  /// All that is said of a step, in the order in which it is told.
  static func all(of record: StepRecord) -> [StepRemark] {
    var remarks: [StepRemark] = []
    if case .passed(let isFixed) = record.outcome {
      if isFixed {
        remarks.append(StepRemark(kind: .fixed, text: "it passes; .knownIssue can go"))
      }
      if record.isFlaky {
        remarks.append(
          StepRemark(kind: .flaky, text: "passed on try \(record.tries), after no answer"))
      }
    }
    if record.wasSentAgain {
      remarks.append(
        StepRemark(kind: .sentAgain, text: "a kept connection had ended before an answer"))
    }
    if let waits = Wording.waits(record) {
      remarks.append(StepRemark(kind: .waited, text: waits))
    }
    return remarks
  }
}
