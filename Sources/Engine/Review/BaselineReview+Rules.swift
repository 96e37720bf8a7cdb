internal import AccordConformance
internal import AccordRuns

extension BaselineReview {
  /// Holds the rules that a target broke to the list: entries of the kind `rule`, whose place is the
  /// rule's id.
  ///
  /// What fails nothing by itself stays as it is. What could not be judged says nothing of its entry.
  package func review(_ rules: inout [RuleAccount], of target: inout ProbedTarget) {
    let listed = entries(of: target.id).filter { $0.entry.kind == BaselineEntry.ruleKind }
    var met = Set(listed.map(\.place))
    var unlisted: [BaselineEntry] = []
    for index in rules.indices where rules[index].target == target.id {
      let rule = rules[index].rule.id
      let covering = listed.filter { $0.entry.covers(kind: BaselineEntry.ruleKind, place: rule) }
      switch rules[index].verdict {
      case .violation where rules[index].fails:
        if let known = covering.first(where: { !$0.entry.hasExpired(on: today) }) {
          rules[index].makeKnown(since: known.entry.account(file: file))
        } else if let late = covering.first {
          target.remarks.append(
            .expired(
              rule: rule, file: file, line: late.entry.line,
              day: late.entry.expires?.description ?? ""))
        } else {
          unlisted.append(BaselineEntry(id: target.id, kind: BaselineEntry.ruleKind, place: rule))
          if takesInNewOnes { rules[index].makeKnown(since: "now listed in \(file)") }
        }
      case .conforms:
        for fixed in covering where fixed.entry.place != nil {
          met.remove(fixed.place)
          target.remarks.append(remark(of: fixed.entry, rule))
        }
      case .violation, .notApplicable, .inconclusive: break
      }
    }
    let own = rules.filter { $0.target == target.id }
    if own.contains(where: { $0.verdict == .conforms }),
      !own.contains(where: { $0.verdict == .violation })
    {
      for fixed in listed where fixed.entry.place == nil {
        met.remove(fixed.place)
        target.remarks.append(remark(of: fixed.entry, nil))
      }
    }
    note(target.id, met: met, unlisted: unlisted)
  }

  private func remark(of entry: BaselineEntry, _ rule: String?) -> ProbeRemark {
    .fixed(rule: rule, file: file, line: entry.line, fails: isStrict && !takesInNewOnes)
  }
}

extension RuleAccount {
  fileprivate mutating func makeKnown(since reason: String) {
    first?.known = KnownViolation(reason: reason, isByBaseline: true)
  }
}

extension ConformanceAccount {
  /// The same as reviews see it: what is known of targets fails nothing.
  package func reviewed(by reviews: [any StepReview]) -> ConformanceAccount {
    var rules = rules
    var probed = probed
    for index in probed.indices {
      for review in reviews { review.review(&rules, of: &probed[index]) }
    }
    return ConformanceAccount(
      mode: mode, profile: profile, rules: rules, isStrict: isStrict, probed: probed)
  }

  /// The same as before a baseline was asked.
  package func withoutBaseline() -> ConformanceAccount {
    var rules = rules
    for index in rules.indices where rules[index].known?.isByBaseline == true {
      rules[index].first?.known = nil
    }
    var probed = probed
    for index in probed.indices { probed[index].remarks = [] }
    return ConformanceAccount(
      mode: mode, profile: profile, rules: rules, isStrict: isStrict, probed: probed)
  }
}
