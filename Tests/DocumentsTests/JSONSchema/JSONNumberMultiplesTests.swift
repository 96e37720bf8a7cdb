import AccordDocuments
import Testing

struct JSONNumberMultiplesTests {
  @Test(arguments: [
    ("0", "7", true), ("21", "7", true), ("22", "7", false), ("-21", "7", true),
    ("21", "-7", true), ("0.3", "0.1", true), ("0.35", "0.1", false), ("1e400", "3", false),
    ("3e400", "3", true), ("1e1000000000", "1024", true), ("1e3", "1e-1000000000", true),
    ("1e-1000000000", "1", false), ("1", "0.123456789", false),
    ("123456789012345678901234567890", "3", true),
    ("123456789012345678901234567891", "3", false),
    ("36893488147419103232", "18446744073709551616", true),
    ("36893488147419103233", "18446744073709551616", false),
    ("1e40", "18446744073709551616", false), ("1e64", "18446744073709551616", true),
    ("-9223372036854775808", "-1", true), ("5", "0", false), ("0", "0", true),
    ("1e99999999999999999999", "7e99999999999999999999", false),
    ("14e99999999999999999999", "7e99999999999999999999", true),
    ("4.02e3", "0.01", true), ("123456789123456789.5", "0.5", true),
    ("12345678912345678912.3", "0.2", false),
  ])
  func `A multiple is told exactly at any length and exponent`(
    number: String, divisor: String, isMultiple: Bool
  ) throws {
    let number = try #require(JSONNumber(number))
    let divisor = try #require(JSONNumber(divisor))
    #expect(number.isMultiple(of: divisor) == isMultiple)
  }
}
