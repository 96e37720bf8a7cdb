/// What the new package and its contract are called.
enum PackageName {
  /// The name that was asked for.
  static func checked(_ name: String) throws(InitProblem) -> String {
    guard made(of: name) == name else { throw .name(name, suggestion: made(of: name)) }
    return name
  }

  /// A name made of a folder's: what may not stand in one becomes `-`.
  static func made(of folder: String) -> String {
    var name: [UInt8] = []
    for octet in folder.utf8 {
      if octet.isASCIIAlphanumeric || octet == UInt8(ascii: "_") {
        name.append(octet)
      } else if name.last != UInt8(ascii: "-") {
        name.append(UInt8(ascii: "-"))
      }
    }
    while name.last == UInt8(ascii: "-") { name.removeLast() }
    let text = String(decoding: name.drop { !$0.isASCIILetter }, as: UTF8.self)
    return text.isEmpty ? "contract" : text
  }
}
