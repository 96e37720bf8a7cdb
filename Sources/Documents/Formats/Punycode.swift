/// Unicode in letters, digits and hyphens (RFC 3492).
enum Punycode {
  private static let base = 36
  private static let smallest = 1
  private static let largest = 26
  private static let skew = 38
  private static let damping = 700
  private static let firstBias = 72
  private static let firstScalar = 0x80

  /// What an encoded label stands for (section 6.2); nil if it is not encoded.
  static func decode(_ octets: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
    var result: [Unicode.Scalar] = []
    var rest = octets
    if let hyphen = octets.lastIndex(of: UInt8(ascii: "-")) {
      result = octets[..<hyphen].map { Unicode.Scalar($0) }
      rest = octets[(hyphen + 1)...]
    }
    var scalar = firstScalar
    var position = 0
    var bias = firstBias
    while !rest.isEmpty {
      let start = position
      var weight = 1
      var step = base
      while true {
        guard let digit = rest.popFirst().flatMap(value(ofDigit:)) else { return nil }
        // Labels are short, and still their digits can say more than fits.
        let (product, isTooLarge) = digit.multipliedReportingOverflow(by: weight)
        guard !isTooLarge, product < Int(Int32.max) else { return nil }
        position += product
        let threshold = min(max(step - bias, smallest), largest)
        if digit < threshold { break }
        weight = weight * (base - threshold) & Int(Int32.max)
        step += base
      }
      let count = result.count + 1
      bias = adapted(position - start, count: count, isFirst: start == 0)
      scalar += position / count
      position %= count
      guard scalar <= 0x10FFFF, let decoded = Unicode.Scalar(UInt32(scalar)) else { return nil }
      result.insert(decoded, at: position)
      position += 1
    }
    return result
  }

  /// A label in its encoded form, without the prefix (section 6.3); nil if it is too long for any
  /// name.
  static func encode(_ scalars: [Unicode.Scalar]) -> [UInt8]? {
    guard scalars.count <= 256 else { return nil }
    var result = scalars.filter(\.isASCII).map { UInt8($0.value) }
    var handled = result.count
    let basic = handled
    if basic > 0 { result.append(UInt8(ascii: "-")) }
    var scalar = firstScalar
    var delta = 0
    var bias = firstBias
    while handled < scalars.count {
      guard let next = scalars.map({ Int($0.value) }).filter({ $0 >= scalar }).min() else {
        return nil
      }
      delta += (next - scalar) * (handled + 1)
      scalar = next
      for value in scalars.map({ Int($0.value) }) {
        if value < scalar { delta += 1 }
        guard value == scalar else { continue }
        appendNumber(delta, bias: bias, to: &result)
        bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      scalar += 1
    }
    return result
  }

  private static func appendNumber(_ number: Int, bias: Int, to result: inout [UInt8]) {
    var rest = number
    var step = base
    while true {
      let threshold = min(max(step - bias, smallest), largest)
      guard rest >= threshold else { break }
      result.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      step += base
    }
    result.append(digit(rest))
  }

  /// Section 6.1.
  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damping : delta / 2
    delta += delta / count
    var step = 0
    while delta > (base - smallest) * largest / 2 {
      delta /= base - smallest
      step += base
    }
    return step + (base - smallest + 1) * delta / (delta + skew)
  }

  private static func value(ofDigit octet: UInt8) -> Int? {
    switch octet {
    case 0x30...0x39: Int(octet) - 0x30 + 26
    case 0x41...0x5A: Int(octet) - 0x41
    case 0x61...0x7A: Int(octet) - 0x61
    default: nil
    }
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }
}
