import NIOCore
import Synchronization

/// What the faults of one shop remember from one request to the next.
///
/// A class because a `Mutex` cannot be copied and each request needs the same one.
final class FaultMemory: Sendable {
  struct Notes: Sendable {
    /// What was removed and does not look so, by its path.
    var ghosts: [String: JSONValue] = [:]
    /// The paths of the two latest GETs of different ones, the latest one last.
    var reads: [String] = []
    /// The path of what the latest POST made, for as long as nobody wrote since.
    var created: String?
    /// How often something was shown.
    var count = 0
    fileprivate var connections: [ObjectIdentifier: ConnectionNotes] = [:]
  }

  /// What is remembered of one connection.
  struct ConnectionNotes: Sendable {
    /// What the latest request asked for, if it was a GET: its target and fields.
    var latestRead: String?
    /// Whether someone with the token was here.
    var isAuthorized = false
    /// Whether content was left unread, which now stands before the next request.
    var isOutOfStep = false
  }

  private let notes = Mutex(Notes())

  func change<Value: Sendable>(_ body: (inout Notes) -> Value) -> Value {
    notes.withLock { body(&$0) }
  }

  /// Changes what is remembered of a connection, until it is closed.
  func change<Value: Sendable>(
    of connection: any Channel, _ body: (inout ConnectionNotes) -> Value
  ) -> Value {
    let identifier = ObjectIdentifier(connection)
    let (value, isNew) = notes.withLock { notes in
      let known = notes.connections[identifier]
      var connection = known ?? ConnectionNotes()
      let value = body(&connection)
      notes.connections[identifier] = connection
      return (value, known == nil)
    }
    if isNew {
      // Another connection may come to stand where this one stood.
      connection.closeFuture.whenComplete { [self] _ in
        change { _ = $0.connections.removeValue(forKey: identifier) }
      }
    }
    return value
  }
}
