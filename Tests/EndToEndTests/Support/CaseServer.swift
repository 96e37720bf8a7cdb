import AccordTestSupport
import Foundation

/// The server that a case is run against, and what stands for it in the command line.
final class CaseServer {
  /// `$URL`, `$PORT`, `$DEAD` and the like.
  let places: [(name: String, value: String)]
  private let stop: () -> Void
  /// Keeps a port on which nothing listens from everyone else, for `$DEAD`.
  private let dead: Socket

  /// Starts the server that a case asks for.
  init(for test: CaseFolder, in folder: Folder) throws {
    let port: Int
    (dead, port) = try Socket.bound()
    var places = [("$DEAD", String(port))]
    switch test.server {
    case "http2":
      let server = try ScriptedServer.http2(
        [(":status", "200"), ("content-type", "application/json")], body: #"{"id": 1}"#)
      stop = { server.stop() }
      places += Self.places(server.port)
    case "unix":
      let path = folder.file("socket")
      let listener = try Socket.listening(atPath: path)
      Thread.detachNewThread { Self.serve(listener) }
      stop = { listener.stop() }
      places.append(("$SOCKET", path))
    default:
      let script = ResponseScript(test.script ?? "")
      let server = try ScriptedServer { script.respond($0) }
      stop = { server.stop() }
      places += Self.places(server.port)
    }
    places.append(("$SHOP", ShopProgram.shop.path))
    self.places = places
  }

  deinit {
    stop()
    dead.close()
  }

  /// The command line with what is known of the server in its place.
  func filled(_ text: String) -> String {
    places.reduce(text) { $0.replacingOccurrences(of: $1.name, with: $1.value) }
  }

  private static func places(_ port: Int) -> [(String, String)] {
    [("$URL", "http://127.0.0.1:\(port)"), ("$PORT", String(port))]
  }

  /// Gives every request on a Unix socket the same answer.
  private static func serve(_ listener: Socket) {
    while let socket = listener.accept() {
      Thread.detachNewThread {
        while socket.receive() != nil {
          guard socket.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".utf8)) else {
            break
          }
        }
        socket.close()
      }
    }
    listener.close()
  }
}
