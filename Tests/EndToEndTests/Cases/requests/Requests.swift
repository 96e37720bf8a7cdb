import Accord

private let name = Variable("name", .default("Anna & Co"))

/// Shown as they went over the wire.
let requestsContract = Contract("Requests", .header("X-Client", "tests")) {
  Get("/defaults").query("q", "a b&c").query("name", "\(name)").expect(200)
  Get("/removed").header(.userAgent, nil).header(.accept, nil).header("X-Client", nil).expect(200)
  Get("/replaced").header(.userAgent, "mine/1").header(.accept, "application/json").expect(200)
  Post("/json").json(["name": "\(name)", "list": [1, 2.50, true, nil, "\"é\u{1F600}"]])
    .expect(200)
  Post("/form").form(["name": "\(name)", "empty": "", "umlaut": "ä+b"]).expect(200)
  Post("/multipart").multipart(
    .field("name", "\(name)"), .file("photo", "photo.txt", type: "text/plain"),
    .file("raw", bytes: [0x61, 0x62], fileName: "a\"b.bin")
  ).expect(200)
  Put("/file").body(.file("photo.txt"), type: "text/plain").expect(200)
  Put("/text").body(.text("one\ntwo\n")).expect(200)
  Put("/bytes").body(.bytes([0x00, 0xFF]), type: "application/octet-stream").expect(200)
  Post("/xml").xml("<name>\(name)</name>").expect(200)
  Post("/empty").expect(200)
  Request("PURGE", "/cache").expect(200)
  Head("/head").expect(200)
}
