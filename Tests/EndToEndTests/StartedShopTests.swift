import AccordTestSupport
import Testing

#if os(Linux)
  /// macOS has no `setsid`, and shows no program the environment of another.
  @Suite("A Shop that --start started")
  struct StartedShopTests {
    @Test("A server that went into the background with a session of its own has not ended")
    func daemon() throws {
      let folder = try Folder()
      let shop = ShopProgram.shop.path
      let program = try Program(
        Program.path("shop-specs"),
        [
          "--start", "setsid sh -c 'sleep 1; exec \(shop) --port {port}' & exit 0",
          "--url", "http://127.0.0.1:{port}", "--tag", "smoke",
        ], in: folder)
      let result = program.result()
      #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
    }
  }
#endif
