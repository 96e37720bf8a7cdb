import Accord

let contact = Resource("/contact", .allows(.post)) {
  Post("/contact").form(["message": "Ink & paper, 100 %", "from": "Ada"]).expect(200) {
    JSON(.exactly(["fields": ["message": ["Ink & paper, 100 %"], "from": ["Ada"]], "files": []]))
  }
  Post("/contact").named("POST /contact with a file").multipart(
    .field("message", "My portrait"),
    .file("photo", "Fixtures/ada.png", type: "image/png")
  ).expect(200) {
    JSON([
      "fields": ["message": ["My portrait"]],
      "files": [["field": "photo", "name": "ada.png", "type": "image/png", "size": 82]],
    ])
  }

  let form = "application/x-www-form-urlencoded"
  Post("/contact").body(.text("message=100%"), type: form).expect(400) { problem }
  Post("/contact").body(.bytes(tooMuch), type: form).expect(413) { problem }
  Post("/contact").json(["message": "hello"]).expect(415) {
    problem
    Header(.acceptPost, "\(form), multipart/form-data")
  }
  Post("/contact").form(["from": "Ada"]).expect(422) {
    problem
    JSON("$.errors", .contains(["pointer": "message", "detail": .string]))
  }
  Post("/contact").form(["message": "hello"]).header(.ifMatch, stale).expect(412) { problem }
}
