import Synchronization

/// A small REST API in memory that keeps the rules of HTTP, or breaks exactly one of them.
///
///     let api = ModelAPI(.putMerges)
///     let response = api.answer(ModelRequest("GET", "/items/1"))
///
/// It has a collection `/items` with items `/items/{id}`, documents (``ModelTarget/documents``) and
/// `/private`, which wants ``token``. It knows no time: each answer comes a second after the one before.
///
/// A class, since the connections of a server share it.
package final class ModelAPI: Sendable {
  /// The token that `/private` wants.
  package static let token = "secret-token-1"
  /// The only origin whose pages may read what the API answers.
  package static let origin = "https://shop.example"

  /// The rule that is broken, and how; `nil` for none.
  package let fault: ModelFault?
  private let service: Mutex<ModelService>

  /// - Parameters:
  ///   - items: How many items are there from the beginning, with the ids 1, 2, ….
  ///   - pageSize: How many of them a page of the collection has.
  ///   - start: The seconds since the beginning of 1970 at which it starts.
  package init(
    _ fault: ModelFault? = nil, _ variants: Set<ModelVariant> = [], items: Int = 5,
    pageSize: Int = 3, start: Int = 1_700_000_000
  ) {
    self.fault = fault
    service = Mutex(
      ModelService(
        fault: fault, variants: variants, items: items, pageSize: pageSize, start: start))
  }

  /// Answers a request.
  package func answer(_ request: ModelRequest) -> ModelResponse {
    service.withLock { $0.answer(request) }
  }

  /// The ids of the items that are there, the oldest first, whatever answers say of them.
  package var ids: [String] { service.withLock { $0.store.items.map(\.id) } }
}
