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
    /// The answer is otherwise than in the run with which this one is compared.
    case changed

    /// As the beginning of a title: `Flaky`.
    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  var kind: Kind
  var text: String

  /// As in `flaky: passed on try 2, after no answer`.
  var sentence: String { "\(kind.rawValue): \(text)" }

  /// All that is said of a step, in the order in which it is told.
  static func all(of record: StepRecord, _ wording: Wording) -> [StepRemark] {
    var remarks: [StepRemark] = []
    if case .passed(let isFixed) = record.outcome {
      if isFixed {
        remarks += wording.fixedNotes(record).map { StepRemark(kind: .fixed, text: $0) }
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
    for remark in record.remarks where remark.change != nil {
      remarks.append(StepRemark(kind: .changed, text: wording.message(remark)))
    }
    return remarks
  }
}
