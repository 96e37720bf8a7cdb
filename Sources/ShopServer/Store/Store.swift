import Synchronization

/// Everything that changes while the shop is open: one lock, held for no longer than a dictionary
/// takes.
///
/// A class because a `Mutex` cannot be copied and each route needs the same one. It has no reset:
/// the process is the unit of state, and starting it again is how a test begins anew.
final class Store: Sendable {
  struct State: Sendable {
    var users = Table<User>()
    var avatars: [Int: Avatar] = [:]
    var cart = Table<CartItem>()
    var orders = Table<Order>()
  }

  let catalogue = Catalogue.seeded
  private let state: Mutex<State>

  init() {
    var opening = State()
    for name in Seed.names {
      _ = opening.users.add { Seed.user(id: $0, name: name) }
    }
    state = Mutex(opening)
  }

  func read<Value: Sendable>(_ body: (State) throws -> Value) rethrows -> Value {
    try state.withLock { try body($0) }
  }

  /// Changes the state.
  ///
  /// Whatever decides about the change (does it exist, does the precondition hold) belongs inside,
  /// so that nothing comes between the decision and the deed. `body` decides first and changes
  /// last: when it throws, it has changed nothing.
  func change<Value: Sendable>(_ body: (inout State) throws -> Value) rethrows -> Value {
    try state.withLock { try body(&$0) }
  }
}
