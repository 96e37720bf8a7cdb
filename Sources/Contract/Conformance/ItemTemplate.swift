/// Reads the path of an item: text with one name in braces, such as `/cart/{id}`.
package enum ItemTemplate {
  /// Why a path does not say where items are.
  package enum Problem: Error, Sendable, Hashable {
    /// There is no name in braces.
    case noName
    /// There are several: their names.
    case severalNames([String])
    /// What stands in braces is no name of letters, digits and `_`.
    case notAName(String)
    /// A brace without its other half.
    case loneBrace(Character)
  }

  /// What is wrong with a path; `nil` where it has exactly one name in braces.
  ///
  /// Variables that are interpolated are known when the contract runs, and are no such name.
  package static func problem(of path: Template) -> Problem? {
    var names: [String] = []
    for case .literal(let text) in path.parts {
      do throws(Problem) { names += try self.names(in: text) } catch { return error }
    }
    guard let name = names.first else { return .noName }
    guard names.count == 1 else { return .severalNames(names) }
    return isName(name) ? nil : .notAName(name)
  }

  /// What stands in braces in a text.
  private static func names(in text: String) throws(Problem) -> [String] {
    var names: [String] = []
    var open: String.Index?
    for index in text.indices {
      switch (text[index], open) {
      case ("{", nil): open = text.index(after: index)
      case ("{", _): throw .loneBrace("{")
      case ("}", let start?):
        names.append(String(text[start..<index]))
        open = nil
      case ("}", nil): throw .loneBrace("}")
      default: break
      }
    }
    if open != nil { throw .loneBrace("{") }
    return names
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { octet in
        switch octet {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
      }
  }
}
