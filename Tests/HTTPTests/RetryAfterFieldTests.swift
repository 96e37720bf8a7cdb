import AccordHTTP
import Testing

@Suite("Retry-After and the dates of HTTP")
struct RetryAfterFieldTests {
  /// 2026-11-22 12:00:00 UTC.
  private static let now: Int64 = 1_795_348_800

  @Test(
    "A date is read in the three formats that there are",
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
      ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
      ("Sun Nov  6 08:49:37 1994", 784_111_777),
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
      ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_200),
      ("Sun, 22 Nov 2026 12:00:00 GMT", 1_795_348_800),
      ("Tue Jan 12 00:00:00 2100", 4_103_395_200),
      // Years of two figures: 50 years from now at most.
      ("Sunday, 22-Nov-26 12:00:00 GMT", 1_795_348_800),
      ("Sunday, 22-Nov-75 12:00:00 GMT", 3_341_649_600),
      ("Friday, 31-Dec-99 23:59:59 GMT", 946_684_799),
    ] as [(String, Int64)])
  func dates(text: String, seconds: Int64) {
    #expect(HTTPDate(parsing: text, now: Self.now)?.secondsSince1970 == seconds)
  }

  @Test(
    "What is no date is none",
    arguments: [
      "", " ", "now", "1994", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC",
      "sun, 06 Nov 1994 08:49:37 GMT", "Sun, 6 Nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 32 Nov 1994 08:49:37 GMT",
      "Tue, 29 Feb 2023 00:00:00 GMT", "Mon, 29 Feb 2100 00:00:00 GMT",
      "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
      "Sun, 06 Nov 1994 08:60:37 GMT", "Sun, 06 Nov 1994 08:49:61 GMT",
      "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT ",
      "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun, 06-Nov-94 08:49:37 GMT", "Sun Nov 6 08:49:37 94",
      "Sun  Nov 6 08:49:37 1994", "Sun, 06 Nov +994 08:49:37 GMT", "1994-11-06T08:49:37Z",
      "Sun, ٠٦ Nov 1994 08:49:37 GMT", ",,,,,", "Sun,", "Sun Nov  6 08:49:37",
    ])
  func noDates(text: String) {
    #expect(HTTPDate(parsing: text, now: Self.now) == nil)
  }

  @Test(
    "Seconds and dates are delays, and no delay is negative",
    arguments: [
      ("0", nil, .zero), ("120", nil, .seconds(120)), ("007", nil, .seconds(7)),
      ("99999999999999999999999999", nil, .seconds(1_000_000_000)),
      ("Sun, 22 Nov 2026 12:00:30 GMT", nil, .seconds(30)),
      ("Sun, 22 Nov 2026 11:00:00 GMT", nil, .zero),
      // The server's own clock counts.
      ("Sun, 06 Nov 1994 08:49:47 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", .seconds(10)),
      ("Sun, 22 Nov 2026 12:00:30 GMT", "yesterday", .seconds(30)),
    ] as [(String, String?, Duration)])
  func delays(value: String, date: String?, delay: Duration) {
    #expect(RetryAfter(parsing: value, date: date, now: Self.now) == .delay(delay))
  }

  @Test(
    "Anything else is unusable",
    arguments: ["", "-1", "+1", "1.5", "1s", "1, 2", "soon", "0x10", "١", "1 2"])
  func unusable(value: String) {
    #expect(RetryAfter(parsing: value, date: nil, now: Self.now) == .unusable(value))
  }
}
