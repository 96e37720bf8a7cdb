extension SchemaCompiler {
  /// Refuses schemas that lead back to themselves for the same value.
  ///
  /// What dynamic references lead to is known only while judging, which is bounded for them.
  func refuseEndlessReferences() throws(JSONSchemaError) {
    enum State { case unseen, open, done }
    var states = Array(repeating: State.unseen, count: program.nodes.count)
    for start in program.nodes.indices where states[start] == .unseen {
      var path = [(node: start, following: sameValueTargets(of: start)[...])]
      states[start] = .open
      while let last = path.indices.last {
        guard let next = path[last].following.popFirst() else {
          states[path[last].node] = .done
          path.removeLast()
          continue
        }
        switch states[next] {
        case .done: continue
        case .open:
          throw JSONSchemaError(
            reason: .endlessReference, location: index.location(of: program.places[next]))
        case .unseen:
          states[next] = .open
          path.append((next, sameValueTargets(of: next)[...]))
        }
      }
    }
  }

  /// The schemas that one applies to the value that it is applied to.
  private func sameValueTargets(of position: Int) -> [Int] {
    let node = program.nodes[position]
    var links: [Int32] = []
    for applicator in program.applicators[node.applicators.indices] {
      switch applicator {
      case .reference(let link), .dynamicReference(_, let link), .not(let link):
        links.append(link)
      case .all(let range), .any(let range), .one(let range):
        links += range.indices.map { Int32($0) }
      case .conditional(let test, let then, let otherwise):
        links += [test, then, otherwise].filter { $0 >= 0 }
      }
    }
    if node.object >= 0 {
      for dependent in program.dependents[program.objectRules[Int(node.object)].dependents.indices]
      {
        if case .link(let link) = dependent.demand { links.append(link) }
      }
    }
    return links.map { Int(program.links[Int($0)].target) }
  }
}
