extension SchemaJudge {
  /// The positions of the first two elements that are equal; nil if there are none.
  ///
  /// Elements are put into groups by a hash that equal values share, so that the time grows with
  /// the array's length and not with its square. The hash is seeded anew in each process, and
  /// nobody can choose values that share it.
  func sameElements(of instance: Int) -> (Int, Int)? {
    let count = Int(tape[instance].count)
    guard count > 1 else { return nil }
    return count <= 8 ? sameOfFew(instance) : sameOfMany(instance, count)
  }

  private func sameOfFew(_ instance: Int) -> (Int, Int)? {
    var second = Int(tape[instance + 1].next)
    var position = 1
    while second < Int(tape[instance].next) {
      var first = instance + 1
      for earlier in 0..<position {
        if isSame(first, second) { return (earlier, position) }
        first = Int(tape[first].next)
      }
      second = Int(tape[second].next)
      position += 1
    }
    return nil
  }

  private func isSame(_ first: Int, _ second: Int) -> Bool {
    let kind = kind(of: first)
    guard kind == self.kind(of: second) else { return false }
    if kind == .string { return text(of: first).compare(to: text(of: second)) == 0 }
    return node(of: first).equals(node(of: second))
  }

  private func sameOfMany(_ instance: Int, _ count: Int) -> (Int, Int)? {
    var seen = SeenElements(count: count)
    var element = instance + 1
    for position in 0..<count {
      var hasher = Hasher()
      hash(element, into: &hasher)
      if let first = seen.insert(element, hash: hasher.finalize(), isSame: isSame) {
        return (self.position(of: first, in: instance), position)
      }
      element = Int(tape[element].next)
    }
    return nil
  }

  private func position(of element: Int, in instance: Int) -> Int {
    var position = 0
    var other = instance + 1
    while other < element {
      other = Int(tape[other].next)
      position += 1
    }
    return position
  }

  /// Feeds a value to a hash: what is inside of it follows in an order that equal values share.
  private func hash(_ instance: Int, into hasher: inout Hasher) {
    if kind(of: instance) == .string { return hashText(instance, into: &hasher) }
    var pending = [instance]
    while let value = pending.popLast() {
      let kind = kind(of: value)
      hasher.combine(kind)
      switch kind {
      case .null: break
      case .boolean: hasher.combine(bytes[Int(tape[value].start)])
      case .number: hasher.combine(number(of: value))
      case .string: hashText(value, into: &hasher)
      case .array:
        hasher.combine(tape[value].count)
        var element = value + 1
        while element < Int(tape[value].next) {
          pending.append(element)
          element = Int(tape[element].next)
        }
      case .object:
        // Members count whatever their order, and of those with the same name the last counts.
        let names = document.effectiveMemberNames(ofObjectAt: value)
        hasher.combine(names.count)
        for name in names {
          hashText(name, into: &hasher)
          pending.append(name + 1)
        }
      }
    }
  }

  private func hashText(_ instance: Int, into hasher: inout Hasher) {
    let text = text(of: instance)
    if text.hasEscapes {
      text.utf8.withUnsafeBytes { hasher.combine(bytes: $0) }
    } else {
      hasher.combine(bytes: UnsafeRawBufferPointer(text.content))
    }
  }
}
