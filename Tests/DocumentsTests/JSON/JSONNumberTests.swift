import AccordDocuments
import Testing

struct JSONNumberTests {
  @Test(arguments: [
    ["0", "-0", "0.0", "0e99999999999999999999999", "-0.000E-5"],
    ["1", "1.0", "1e0", "10e-1", "0.1e1", "1000000000000000000000000e-24"],
    ["-1500", "-1.5e3", "-1.50E+3", "-15000e-1"],
    ["9223372036854775807", "9223372036854775807.0", "922337203685477580700e-2"],
    ["-9223372036854775808", "-9.223372036854775808e18"],
    ["9223372036854775808", "9223372036854775808.000", "0.9223372036854775808e19"],
    ["1e1000000000", "10e999999999", "0.1e1000000001", "1000e999999997"],
    ["1e999999999999999999", "10e999999999999999998", "0.1e1000000000000000000"],
    [
      "1e100000000000000000000000000000", "10e99999999999999999999999999999",
      "0.001e100000000000000000000000000003", "1e+00100000000000000000000000000000",
    ],
    ["1e-100000000000000000000000000000", "0.1e-99999999999999999999999999999"],
    ["0.1", "1e-1", "0.10000"],
  ])
  func `Numbers of the same value are equal and hash alike`(texts: [String]) throws {
    let numbers = try texts.map { try #require(JSONNumber($0), "\($0)") }
    for number in numbers {
      #expect(number == numbers[0], "\(number) == \(numbers[0])")
      #expect(!(number < numbers[0]), "\(number) < \(numbers[0])")
      #expect(!(numbers[0] < number), "\(numbers[0]) < \(number)")
    }
    #expect(Set(numbers).count == 1)
    #expect(numbers.map(\.text) == texts)
  }

  @Test func `Numbers are ordered by value`() throws {
    let texts = [
      "-1e100000000000000000000000000001", "-1e100000000000000000000000000000",
      "-1e999999999999999999", "-1e1000", "-9223372036854775809", "-9223372036854775808",
      "-2.5", "-2.45", "-1", "-0.1", "-1e-5", "-1e-100000000000000000000000000000", "0",
      "1e-100000000000000000000000000001", "1e-100000000000000000000000000000", "1e-1000000000",
      "0.001", "0.0010000000000000000000000000001", "0.1", "1", "1.5", "2",
      "9007199254740992", "9007199254740993", "9223372036854775807", "9223372036854775808",
      "12345678901234567890123", "12345678901234567890124", "1e1000000000",
      "2e1000000000", "1e1000000000000000000", "1e100000000000000000000000000000",
    ]
    let numbers = try texts.map { try #require(JSONNumber($0)) }
    for (position, number) in numbers.enumerated() {
      for (other, otherNumber) in numbers.enumerated() {
        #expect((number < otherNumber) == (position < other), "\(number) < \(otherNumber)")
        #expect((number == otherNumber) == (position == other), "\(number) == \(otherNumber)")
      }
    }
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("42", 42), ("-7", -7), ("1e3", 1000), ("1.50e1", 15),
      ("999999999999999999", 999_999_999_999_999_999), ("9223372036854775807", Int.max),
      ("-9223372036854775808", Int.min), ("9223372036854775808", nil), ("1.5", nil), ("1e19", nil),
      ("1e99999999999999999999", nil),
    ] as [(String, Int?)])
  func `An Int is given where the value fits exactly`(text: String, value: Int?) throws {
    #expect(try #require(JSONNumber(text)).intValue == value)
  }

  @Test(arguments: [
    ("1", true), ("1.0", true), ("1e400", true), ("-0.0", true), ("1.5", false), ("15e-1", false),
    ("150e-1", true), ("1e-99999999999999999999", false), ("1e99999999999999999999", true),
  ])
  func `Whole numbers are known however they are written`(text: String, isInteger: Bool) throws {
    #expect(try #require(JSONNumber(text)).isInteger == isInteger)
  }

  @Test(arguments: [
    (0.1, "0.1"), (1, "1"), (-0.0, "-0"), (1e21, "1e+21"), (Double.leastNonzeroMagnitude, "5e-324"),
    (12.5, "12.5"),
    (Double.greatestFiniteMagnitude, "1.7976931348623157e+308"),
  ])
  func `A Double gives the shortest decimal that reads back`(value: Double, text: String) throws {
    let number = try #require(JSONNumber(value))
    #expect(number.text == text)
    #expect(number.doubleValue == value)
    #expect(number.doubleValue.sign == value.sign)
  }

  @Test func `The nearest Double is given`() throws {
    #expect(JSONNumber("1e400")?.doubleValue == .infinity)
    #expect(JSONNumber("-1e400")?.doubleValue == -.infinity)
    #expect(JSONNumber("1e-400")?.doubleValue == 0)
    #expect(JSONNumber("9007199254740993")?.doubleValue == 9_007_199_254_740_992)
    #expect(JSONNumber("0.30000000000000004")?.doubleValue == 0.1 + 0.2)
  }

  @Test(arguments: [
    "", " 1", "1 ", "+1", "01", ".5", "1.", "1e", "0x10", "NaN", "Infinity", "1_000", "--1", "true",
    "\"1\"", "[1]", "\u{FEFF}1",
  ])
  func `Only JSON's grammar makes a number`(text: String) {
    #expect(JSONNumber(text) == nil)
  }

  @Test func `What is no number makes none`() {
    #expect(JSONNumber(Double.nan) == nil)
    #expect(JSONNumber(Double.infinity) == nil)
  }

  @Test func `Random decimals compare as their Doubles do, where those are exact`() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let a = Double(Int.random(in: -5000...5000, using: &generator)) / 64
      let b = Double(Int.random(in: -5000...5000, using: &generator)) / 64
      let left = try #require(JSONNumber(a))
      let right = try #require(JSONNumber(b))
      #expect((left < right) == (a < b), "\(a) < \(b)")
      #expect((left == right) == (a == b), "\(a) == \(b)")
    }
  }
}
