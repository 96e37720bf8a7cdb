import AccordDocuments
import Testing

struct JSONNumberDistanceTests {
  private static let longNines = String(repeating: "9", count: 40)

  @Test(arguments: [
    ("1", "1", "0"), ("1.0", "1e0", "0"), ("0", "-0", "0"), ("0", "0.1", "0.1"), ("-1", "1", "2"),
    ("0.1", "0.3", "0.2"), ("0.30000000000000004", "0.3", "4e-17"), ("9.95", "10", "0.05"),
    ("-9223372036854775808", "9223372036854775807", "18446744073709551615"),
    (longNines, "1" + String(repeating: "0", count: 40), "1"),
    ("1e1000000000", "1e1000000000", "0"), ("1e1000000000", "0", "1e1000000000"),
    ("1e1000000000", "2e1000000000", "1e1000000000"), ("1e-1000000000", "0", "1e-1000000000"),
    ("1e1000000000", "1.5e1000000000", "0.5e1000000000"), ("1", "2", "1e1000000000"),
    ("1e99999999999999999999", "9e99999999999999999998", "1e99999999999999999998"),
    ("5", "5.0000000000000000000000000000000001", "1e-34"), ("-5", "-3.5", "1.5"),
  ])
  func `Numbers that are not too far apart are within`(
    first: String, second: String, distance: String
  ) throws {
    let a = try #require(JSONNumber(first))
    let b = try #require(JSONNumber(second))
    let limit = try #require(JSONNumber(distance))
    #expect(a.isWithin(limit, of: b))
    #expect(b.isWithin(limit, of: a))
  }

  @Test(arguments: [
    ("1", "1", "-1"), ("1", "1", "-1e-1000000000"), ("1", "2", "0"), ("-1", "1", "1"),
    ("0.1", "0.3", "0.19999999999999999999"), ("0.30000000000000004", "0.3", "3.9e-17"),
    ("-9223372036854775808", "9223372036854775807", "18446744073709551614"),
    (longNines, "1" + String(repeating: "0", count: 40), "0.99999999999999999999"),
    ("1e1000000000", "0", "9e999999999"), ("1e1000000000", "1", "1e1000"),
    ("1e1000000000", "2e1000000000", "9.9e999999999"), ("1e-1000000000", "0", "1e-1000000001"),
    ("1e1000000000", "-1e-1000000000", "1e1000000000"), ("1e-1000000000", "0", "0"),
    ("1e99999999999999999999", "9e99999999999999999998", "9e99999999999999999997"),
    ("5", "5.0000000000000000000000000000000002", "1e-34"), ("-5", "-3.4", "1.5"),
  ])
  func `Numbers that are too far apart are not within`(
    first: String, second: String, distance: String
  ) throws {
    let a = try #require(JSONNumber(first))
    let b = try #require(JSONNumber(second))
    let limit = try #require(JSONNumber(distance))
    #expect(!a.isWithin(limit, of: b))
    #expect(!b.isWithin(limit, of: a))
  }

  @Test func `Small numbers are judged as arithmetic judges them`() throws {
    // In tenths, so that carries and signs of every kind occur.
    func number(_ tenths: Int) throws -> JSONNumber { try #require(JSONNumber("\(tenths)e-1")) }
    for a in stride(from: -105, through: 105, by: 15) {
      for b in stride(from: -102, through: 102, by: 17) {
        for distance in stride(from: -3, through: 210, by: 3) {
          let isWithin = try number(a).isWithin(number(distance), of: number(b))
          #expect(isWithin == (abs(a - b) <= distance), "\(a) \(b) \(distance)")
        }
      }
    }
  }
}
