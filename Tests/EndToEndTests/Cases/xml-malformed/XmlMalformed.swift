import Accord

/// Bodies that are no XML fail; those that are not read have no verdict.
let xmlMalformedContract = Contract("XML that is none") {
  Get("/json").expect(200) {
    XML("/a", .any)
    XML(equals: "<a/>")
  }
  Get("/open").expect(200) { XML("//b", .any) }
  Get("/empty").expect(200) { XML("//b", .any) }
  Get("/bomb").expect(200) { XML("//b", .any) }
  Get("/outside").expect(200) { XML("//b", .any) }
  Get("/martian").expect(200) { XML("//b", .any) }
  Get("/endless").expect(200) { XML("count(//a[. = //a[. = //a]])", 1) }
}
