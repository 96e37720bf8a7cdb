import AccordRuns
import Testing

@Suite("Days")
struct CalendarDayTests {
  @Test(
    "A day is read and written",
    arguments: ["2026-12-31", "2024-02-29", "2000-02-29", "0001-01-01"])
  func day(text: String) { #expect(CalendarDay(text)?.description == text) }

  @Test(
    "What is no day is refused",
    arguments: [
      "", "2026-1-1", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
      "2026-12-00", "2026/12/31", "31.12.2026", "2026-12-31T00:00:00Z", "٢٠٢٦-12-31",
    ])
  func noDay(text: String) { #expect(CalendarDay(text) == nil) }

  @Test(
    "A moment has its day in UTC",
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (86_399_999, "1970-01-01"), (86_400_000, "1970-01-02"),
      (951_782_400_000, "2000-02-29"), (1_767_225_600_000, "2026-01-01"),
      (4_102_444_799_999, "2099-12-31"),
    ] as [(Int64, String)])
  func moment(milliseconds: Int64, text: String) {
    #expect(CalendarDay(ofMillisecondsSince1970: milliseconds).description == text)
  }

  @Test("Days are ordered by year, month and day")
  func order() {
    let days = ["2026-01-31", "2026-02-01", "2027-01-01"].compactMap { CalendarDay($0) }
    #expect(days.count == 3 && days == days.shuffled().sorted())
  }
}
