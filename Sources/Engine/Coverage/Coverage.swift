internal import AccordContract

/// What a contract speaks of: each endpoint with its methods and the statuses expected of them.
package struct Coverage: Sendable {
  /// An endpoint and a method.
  package struct Row: Sendable, Equatable {
    package var endpoint: String
    package var method: String
    /// The statuses that steps expect, each once, in ascending order.
    package var statuses: [Int]
    /// Expectations that name no single status: `200-299`, `any status`.
    package var openStatuses: [String]
    /// How many steps there are, probes and clean-ups included.
    package var stepCount: Int
    /// Whether the resource's `.allows` declares the method; `nil` where it has none.
    package var isDeclared: Bool?
  }

  /// The rows, endpoints in the contract's order, methods in the usual one.
  package let rows: [Row]

  /// Counts the steps of a plan.
  package init(_ plan: Plan) {
    struct Key: Hashable {
      var endpoint: Int
      var method: Method
    }
    var steps: [Key: [PlannedStep]] = [:]
    for planned in plan.steps {
      steps[Key(endpoint: planned.endpoint, method: planned.step.method), default: []]
        .append(planned)
    }
    var rows: [Row] = []
    for (number, endpoint) in plan.endpoints.enumerated() {
      let used = steps.keys.filter { $0.endpoint == number }.map(\.method)
      let methods = Set(used + (endpoint.declaredMethods ?? []))
      for method in methods.sorted(by: Self.precedes) {
        let planned = steps[Key(endpoint: number, method: method)] ?? []
        rows.append(
          Row(
            endpoint: endpoint.path, method: method.token, statuses: Self.statuses(of: planned),
            openStatuses: Self.openStatuses(of: planned), stepCount: planned.count,
            isDeclared: endpoint.declaredMethods.map { $0.contains(method) }))
      }
    }
    self.rows = rows
  }

  private static func statuses(of steps: [PlannedStep]) -> [Int] {
    var statuses: Set<Int> = []
    for planned in steps {
      // A probe accepts whatever refuses the method.
      guard planned.role != .probe else { continue }
      switch planned.step.expectation?.status.kind {
      case .exactly(let status)?: statuses.insert(status)
      case .oneOf(let several)?: statuses.formUnion(several)
      case .any?, .range?, nil: break
      }
    }
    return statuses.sorted()
  }

  private static func openStatuses(of steps: [PlannedStep]) -> [String] {
    var statuses: Set<String> = []
    for planned in steps {
      if planned.role == .probe {
        statuses.insert("probed")
        continue
      }
      switch planned.step.expectation?.status.kind {
      case .range?, .any?:
        statuses.insert(planned.step.expectation?.status.description ?? "")
      case nil: statuses.insert("observed")
      case .exactly?, .oneOf?: break
      }
    }
    return statuses.sorted()
  }

  private static func precedes(_ first: Method, _ second: Method) -> Bool {
    func rank(_ method: Method) -> Int { Method.probed.firstIndex(of: method) ?? .max }
    return (rank(first), first.token) < (rank(second), second.token)
  }
}
