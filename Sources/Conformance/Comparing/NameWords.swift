extension String {
  /// The words of a name, in small letters: those of `lastReadAt`, `last_read_at` and `last-read-at` are
  /// `last`, `read` and `at`.
  var words: [String] {
    var words: [String] = []
    var word = ""
    let characters = Array(self)
    func end() {
      if !word.isEmpty { words.append(word.lowercased()) }
      word = ""
    }
    for (place, character) in characters.enumerated() {
      guard character.isLetter || character.isNumber else {
        end()
        continue
      }
      if let last = word.last {
        let follows = place + 1 < characters.count ? characters[place + 1] : nil
        let isNewKind = last.isNumber != character.isNumber
        // `HTTPHits` is of two words.
        let isNewWord =
          character.isUppercase && (!last.isUppercase || follows?.isLowercase == true)
        if isNewKind || isNewWord { end() }
      }
      word.append(character)
    }
    end()
    return words
  }
}
