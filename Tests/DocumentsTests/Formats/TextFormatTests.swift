import AccordDocuments
import Testing

struct TextFormatTests {
  @Test(arguments: [
    "2EB8AA08-aa98-11ea-b4aa-73b441d16380", "ffffffff-ffff-ffff-ffff-ffffffffffff",
  ])
  func `A UUID may have either case`(text: String) {
    #expect(TextFormat.uuid.accepts(text))
  }

  @Test(arguments: [
    "", "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}", "2eb8aa08-aa98-11ea-b4aa-73b441d16380 ",
    "2eb8aa08-aa98-11ea-b4aa-73b441d1638g", "2eb8aa08-aa98-11ea-b4aa73b441d16380-",
  ])
  func `What is no UUID is refused`(text: String) {
    #expect(!TextFormat.uuid.accepts(text))
  }

  @Test(arguments: ["0000-02-29", "2000-02-29", "9999-12-31"])
  func `A date is a day of the calendar`(text: String) {
    #expect(TextFormat.date.accepts(text))
  }

  @Test(arguments: ["1900-02-29", "2026-04-31", "2026-00-10", "2026-1-01", "2026-01-01T"])
  func `A day that the calendar does not have is no date`(text: String) {
    #expect(!TextFormat.date.accepts(text))
  }

  @Test(arguments: [
    "2026-11-22T18:00:00Z", "2026-11-22t18:00:00.000001z", "2026-11-22T18:00:00-00:00",
    // The last second of June and December, in several zones.
    "2015-06-30T23:59:60Z", "2016-12-31T23:59:60.5Z", "2017-01-01T00:59:60+01:00",
    "2017-01-01T08:59:60+09:00", "2016-12-31T15:59:60-08:00", "2016-12-31T00:00:60-23:59",
    "2017-01-01T23:58:60+23:59",
  ])
  func `A date and time has an offset, and a leap second only at the end of a month in UTC`(
    text: String
  ) {
    #expect(TextFormat.dateTime.accepts(text))
  }

  @Test(arguments: [
    "2026-11-22T18:00:00", "2026-11-22 18:00:00Z", "2026-11-22T18:00Z", "2026-11-22T18:00:00.Z",
    "2026-11-22T18:00:00+0100", "2026-11-22T18:00:00+24:00", "2026-02-29T18:00:00Z",
    "2016-12-30T23:59:60Z", "2016-12-31T23:59:60+01:00", "2017-01-02T00:59:60+01:00",
    "2016-12-31T23:59:60-08:00", "2016-12-31T22:59:60Z", "2016-12-31T23:59:61Z",
  ])
  func `What is no date and time is refused`(text: String) {
    #expect(!TextFormat.dateTime.accepts(text))
  }

  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Thu, 29 Feb 2024 00:00:00 GMT",
    "Sat, 31 Dec 2016 23:59:60 GMT", "Mon, 01 Jan 1900 00:00:00 GMT",
    "Tue, 29 Feb 2000 12:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
    "Thu, 01 Jan 1970 00:00:00 GMT", "Sun, 22 Nov 2026 18:00:00 GMT",
  ])
  func `A date of HTTP has its weekday`(text: String) {
    #expect(TextFormat.httpDate.accepts(text))
  }

  @Test(arguments: [
    "Mon, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
    "Sun Nov  6 08:49:37 1994", "Sun, 6 Nov 1994 08:49:37 GMT", "sun, 06 nov 1994 08:49:37 gmt",
    "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 24:00:00 GMT",
    "Sun, 06 Nov 1994 08:49:60 GMT", "Sun, 06 Nov 1994 08:49:37 GMT ",
    "Sun, 06 Nov 1994 08:49:37 +0000", "Wed, 30 Feb 1994 08:49:37 GMT",
    "Sun, 31 Dec 1899 00:00:00 GMT", "Sun,06 Nov 1994 08:49:37 GMT",
  ])
  func `What is no date of HTTP is refused`(text: String) {
    #expect(!TextFormat.httpDate.accepts(text))
  }
}
