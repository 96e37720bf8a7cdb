/// A command line as it stands in a case: `NAME=VALUE` words for the environment, then arguments.
///
/// Words are separated by white space; single quotes keep it. A line that begins with `#` is a
/// comment.
struct CommandWords: Equatable {
  var environment: [String: String] = [:]
  var arguments: [String] = []

  init(_ text: String) {
    var isEnvironment = true
    for word in Self.words(text) {
      let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if isEnvironment, pair.count == 2, !word.hasPrefix("-") {
        environment[String(pair[0])] = String(pair[1])
      } else {
        isEnvironment = false
        arguments.append(word)
      }
    }
  }

  private static func words(_ text: String) -> [String] {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in lines.joined(separator: "\n") {
      if character == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character.isWhitespace, !isQuoted {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
