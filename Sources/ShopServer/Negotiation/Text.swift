extension StringProtocol {
  /// The text without the characters at both ends that satisfy `isOutside`.
  func trimming(while isOutside: (Character) -> Bool) -> SubSequence {
    let start = drop(while: isOutside)
    guard let last = start.lastIndex(where: { !isOutside($0) }) else { return start.prefix(0) }
    return start[...last]
  }
}
