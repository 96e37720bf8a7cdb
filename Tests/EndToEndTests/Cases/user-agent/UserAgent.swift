import Accord

let userAgentContract = Contract("User-Agent", .userAgent("contract/1")) {
  Get("/contract").expect(200) { Text("contract/1") }
  Group("inner", .userAgent("group/1 (inner)")) {
    Get("/group").expect(200) { Text("group/1 (inner)") }
    Get("/step").userAgent("step/1").expect(200) { Text("step/1") }
    Get("/field").userAgent("step/1").header(.userAgent, "anything at all").expect(200) {
      Text("anything at all")
    }
    Get("/none").header(.userAgent, nil).expect(200) { Text("") }
    Get("/shown").userAgent("step/2").expect(200) { Text("else") }
  }
}
