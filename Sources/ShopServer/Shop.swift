import Hummingbird
import HummingbirdCore
import Logging

/// The shop: its state, its routes, and the faults it was asked to have.
struct Shop: Sendable {
  /// What the command line decides.
  struct Configuration: Sendable {
    /// What opens `/account`.
    var token = "shop-secret-token"
    /// How long an order is pending.
    var orderDelay: Duration = .milliseconds(200)
    /// The promises to break.
    ///
    /// None, unless asked for.
    var faults: [Fault] = []
  }

  let configuration: Configuration
  let table: RouteTable

  init(_ configuration: Configuration = Configuration()) {
    self.configuration = configuration
    let store = Store()
    table = RouteTable(
      UserRoutes(store: store).routes
        + AvatarRoutes(store: store).routes
        + ProductRoutes(catalogue: store.catalogue).routes
        + CartRoutes(store: store).routes
        + OrderRoutes(store: store, delay: configuration.orderDelay).routes
        + AccountRoutes(token: configuration.token).routes
        + ContactRoutes().routes
        + ServiceRoutes().routes)
  }

  /// What answers requests: the correct API, behind the faults, behind the front door.
  var responder: FrontDoor<FaultyResponder> {
    let router = table.router().buildResponder()
    let faulty = FaultyResponder(
      inner: router, faults: configuration.faults, token: configuration.token)
    return FrontDoor(inner: faulty)
  }

  /// The shop as a server, which calls `whenListening` with its port as soon as it accepts.
  func application(
    host: String = "127.0.0.1", port: Int = 0,
    whenListening: @escaping @Sendable (Int) async -> Void = { _ in }
  ) -> Application<FrontDoor<FaultyResponder>> {
    var logger = Logger(label: "shop")
    logger.logLevel = .error
    let distortions = configuration.faults.compactMap(\.distortion)
    return Application(
      responder: responder,
      server: HTTPServerBuilder { ShopConnection(responder: $0, distortions: distortions) },
      configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { channel in await whenListening(channel.localAddress?.port ?? port) },
      logger: logger)
  }
}
