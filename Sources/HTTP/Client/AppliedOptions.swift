/// What a handle is set to.
///
/// Setting an option costs, and most requests of a run differ in little.
struct AppliedOptions {
  /// The form in which content is handed to curl.
  enum Shape: Hashable {
    case none
    case head
    case octets
    case file
    case multipart
  }

  var url: String?
  var target: String?
  var method: String?
  var shape: Shape?
  var total: Duration?
  var connect: Duration?
  var version = HTTPVersionPreference.automatic
  var fields: [RequestField] = []
  /// The shape for which the list of fields was made.
  var fieldsShape = Shape.none
  /// Whether the list of fields was made for a request with a jar.
  var fieldsForJar = false
  var cookie: String?
  var decodesContent = false
  var jar: CookieJar?
  var needsFreshConnection = false
  var proxy: String?
}
