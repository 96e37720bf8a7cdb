import Accord

let redirectsContract = Contract("Redirects") {
  Get("/old").named("are not followed unasked").expect(301) { Header(.location, "/new") }
  Get("/old").named("are followed").followRedirects().expect(200) { Text("here") }
  Get("/old").named("shows the way it took").followRedirects().expect(404)
  Post("/form").form(["a": "1"]).named("303 makes it a GET").followRedirects().expect(200)
  Get("/loop").named("ends in time").followRedirects(upTo: 3).expect(200)
  Get("/elsewhere").named("stays with http").followRedirects().expect(200)
  Get("/nowhere").named("without a Location").followRedirects().expect(200)
}
