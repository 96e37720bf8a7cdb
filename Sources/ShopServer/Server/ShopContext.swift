import Hummingbird
import Logging
import NIOCore

/// What travels with a request besides itself.
struct ShopContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The connection; only a fault ever touches it.
  let channel: any Channel
  /// The target as the client wrote it, before it was normalized; only a fault ever looks at it.
  var originalTarget: String?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}

extension ShopContext {
  /// The `{id}` of the path.
  ///
  /// - Throws: A ``Problem``: 400 when it is not a number, 404 when nothing can have it because it is
  ///   too large or written with leading zeros (each resource has one URI).
  func id() throws(Problem) -> Int {
    let text = parameters.get("id") ?? ""
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .malformed("An id is a number.")
    }
    guard let id = Int(text), String(id) == text else {
      throw .notFound("Nothing has the id \(text).")
    }
    return id
  }
}
