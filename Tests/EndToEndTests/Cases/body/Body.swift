import Accord

let bodyContract = Contract("Bodies") {
  Get("/some").named("none at all").expect(200) { NoBody() }
  Delete("/none").named("as it should be").expect(204) { NoBody() }
  Get("/some").named("other octets").expect(200) {
    Body(.bytes([0x68, 0x65, 0x6C, 0x70]))
    Body(.bytes([0x68, 0x65]))
    Body(.count(5...9))
    Body(.file("expected.bin"))
  }
}
