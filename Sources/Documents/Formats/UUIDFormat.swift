/// UUIDs as text (RFC 9562 section 4): 32 hexadecimal digits in five groups.
///
/// Any version and any variant will do: the section says of no value that it is not a UUID.
enum UUIDFormat {
  private static let groups = [8, 4, 4, 4, 12]

  static func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    octets.parts(separatedBy: "-").elementsEqual(groups) { part, length in
      part.count == length && part.allSatisfy(\.isFormatHexDigit)
    }
  }
}
