extension String {
  /// Whether both strings have the same code points, which is how JSON compares (RFC 8259 section
  /// 8.3).
  ///
  /// Swift's `==` also takes canonically equivalent strings for equal, such as `é` as one code
  /// point and as `e` with an accent.
  package func hasSameCodePoints(as other: String) -> Bool {
    withCodePoints { left in
      other.withCodePoints { right in
        left.count == right.count && left.elementsEqual(right)
      }
    }
  }

  /// Whether the string begins with the code points of another; see
  /// ``hasSameCodePoints(as:)``.
  package func hasPrefixOfSameCodePoints(_ prefix: String) -> Bool {
    withCodePoints { whole in prefix.withCodePoints { whole.starts(with: $0) } }
  }

  /// Hands out the string's UTF-8.
  @inline(__always)
  func withCodePoints<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    if let value = utf8.withContiguousStorageIfAvailable(body) { return value }
    // Only a string bridged from Objective-C comes here.
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}
