import Testing

@testable import AccordCommandLine

@Suite("The server of --start")
struct ServerProcessTests {
  /// Waits for something that must happen; `false` where it does not.
  private func happens(_ isThere: () -> Bool) async throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(30)
    // Where other tests hold every thread, one look may be all that the time allows.
    var looks = 0
    while !isThere() {
      looks += 1
      guard looks < 100 || ContinuousClock.now < deadline else { return false }
      try await Task.sleep(for: .milliseconds(5))
    }
    return true
  }

  @Test(
    "It has ended when its command has, and says how",
    arguments: [
      ("exit 0", .exited(code: 0)), ("exit 3", .exited(code: 3)),
      ("kill -KILL $$", .signalled(9)),
    ] as [(String, ServerProcess.End)])
  func end(command: String, end: ServerProcess.End) async throws {
    let server = try ServerProcess(command: command)
    #expect(try await happens { server.hasEnded })
    #expect(server.end == end)
  }

  @Test("One that its shell puts into the background runs on when the shell is done")
  func background() async throws {
    let server = try ServerProcess(command: "sleep 3600 & exit 0")
    try await Task.sleep(for: .milliseconds(300))
    #expect(!server.hasEnded)
    #expect(server.end == nil)
    server.stop()
    #expect(try await happens { server.hasEnded })
  }
}
