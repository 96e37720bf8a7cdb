/// The logins of a netrc file, in the form that curl reads.
///
///     machine api.test login ada password "open sesame"
///     default login anonymous password guest
package struct Netrc: Sendable, Hashable {
  /// A user name and a password.
  package struct Login: Sendable, Hashable {
    /// The user name; empty where the file has none.
    package var user = ""
    /// The password; empty where the file has none.
    package var password = ""
  }

  /// The logins by host, in their order; that of a nil host is the default.
  private var logins: [(host: String?, login: Login)] = []

  package static func == (first: Netrc, second: Netrc) -> Bool {
    first.logins.elementsEqual(second.logins) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) {
    for (host, login) in logins {
      hasher.combine(host)
      hasher.combine(login)
    }
  }

  /// Reads a file's text; what is no word of the format is passed over, as curl does.
  package init(parsing text: String) {
    var words = Words(text)
    while let word = words.next() {
      switch word.lowercased() {
      case "machine": if let host = words.next() { logins.append((host.lowercased(), Login())) }
      case "default": logins.append((nil, Login()))
      case "login": if let user = words.next(), !logins.isEmpty { change { $0.user = user } }
      case "password":
        if let password = words.next(), !logins.isEmpty { change { $0.password = password } }
      case "account": _ = words.next()
      case "macdef": words.skipMacro()
      default: break
      }
    }
  }

  /// The login for a host; nil where the file has none.
  package func login(for host: String) -> Login? {
    let host = host.lowercased()
    return logins.first { $0.host == host || $0.host == nil }?.login
  }

  /// The login for a host that the file names; nil where it does not, whatever its default.
  package func login(named host: String) -> Login? {
    let host = host.lowercased()
    return logins.first { $0.host == host }?.login
  }

  private mutating func change(_ edit: (inout Login) -> Void) {
    edit(&logins[logins.count - 1].login)
  }

  /// The words of the file: parted by white space, or in double quotes with escapes; a line that
  /// begins with `#` is a comment.
  private struct Words {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    mutating func next() -> String? {
      while true {
        rest = rest.drop(while: \.isWhitespace)
        guard rest.first == "#" else { break }
        rest = rest.drop { !$0.isNewline }
      }
      guard let first = rest.first else { return nil }
      guard first == "\"" else {
        let word = rest.prefix { !$0.isWhitespace }
        rest = rest[word.endIndex...]
        return String(word)
      }
      rest.removeFirst()
      var word = ""
      while let character = rest.popFirst(), character != "\"" {
        guard character == "\\", let escaped = rest.popFirst() else {
          word.append(character)
          continue
        }
        switch escaped {
        case "n": word.append("\n")
        case "r": word.append("\r")
        case "t": word.append("\t")
        default: word.append(escaped)
        }
      }
      return word
    }

    /// A macro ends with an empty line.
    mutating func skipMacro() {
      guard let end = rest.firstRange(of: "\n\n")?.upperBound else {
        rest = ""
        return
      }
      rest = rest[end...]
    }
  }
}
