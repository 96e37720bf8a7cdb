extension JSONDocument {
  /// The first member that its object has twice (RFC 8259 section 4), in no particular order of
  /// objects; nil if there is none.
  ///
  /// Nothing is allocated for objects of few members.
  package var repeatedMember: JSONLocation? {
    // No recursion: a document may nest as deep as memory allows.
    for index in 1..<tape.count where kind(at: index) == .object && tape[index].count > 1 {
      if let name = repeatedName(ofObjectAt: index) {
        return JSONNode(document: self, index: index).location
          .appending(name: withText(at: name) { $0.string })
      }
    }
    return nil
  }

  /// Objects of more members have their names sorted.
  private static let mostCompared = 16

  /// The tape index of a name that an object has twice.
  private func repeatedName(ofObjectAt index: Int) -> Int? {
    guard tape[index].count <= Self.mostCompared else {
      let names = memberNames(ofObjectAt: index)
      return zip(names, names.dropFirst()).first {
        compareTexts(at: $0, to: self, at: $1) == 0
      }?.1
    }
    let end = Int(tape[index].next)
    var name = index + 1
    while name < end {
      var other = Int(tape[name + 1].next)
      while other < end {
        if compareTexts(at: name, to: self, at: other) == 0 { return other }
        other = Int(tape[other + 1].next)
      }
      name = Int(tape[name + 1].next)
    }
    return nil
  }
}
