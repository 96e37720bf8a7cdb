import HTTPTypes
import Hummingbird

extension Fault {
  /// Methods are not what `Allow` and the status say of them.
  static let methodFaults = [
    Fault(
      of: "http.options.allow-truthful", "allow-without-put",
      "Allow of a cart item does not list PUT, which is answered.", at: .anyMethod("/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      return response.with(.allow, response.headers[.allow]?.replacing("PUT, ", with: ""))
    },
    Fault(
      of: "http.options.allow-truthful", "allow-with-patch",
      "Allow of a cart item lists PATCH, which is answered 405.", at: .anyMethod("/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      return response.with(.allow, response.headers[.allow].map { $0 + ", PATCH" })
    },
    Fault(
      of: "http.method.not-allowed-405", "not-allowed-as-400",
      "A method that a path does not allow is answered 400.", at: .anywhere
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .methodNotAllowed else { return response }
      return try visit.refuse(.malformed("\(visit.request.method) makes no sense here."))
    },
    Fault(
      of: "http.method.unknown-501", "unknown-method-served",
      "A method that nobody knows is answered like GET."
    ) { request in
      let known = HTTPRequest.Method.known.map { Substring($0.rawValue) }
      if !known.contains(request.method) { request.method = "GET" }
    },
    Fault(
      of: "http.trace.no-credentials", "trace-echoes",
      "TRACE answers with the request, its credentials included.", at: .anywhere
    ) { visit in
      let request = visit.request
      if request.method == .trace {
        let lines = request.headers.map { "\($0.name): \($0.value)\r\n" }.joined()
        let fields: HTTPFields = [
          .contentType: "message/http", .cacheControl: Caching.never.rawValue,
        ]
        let message = "TRACE \(request.uri.path) HTTP/1.1\r\n\(lines)\r\n"
        var response = try visit.answer(.ok, fields)
        response.body = ResponseBody(byteBuffer: .init(string: message))
        return response
      }
      let response = try await visit.forward()
      guard let allow = response.headers[.allow] else { return response }
      return response.with(.allow, allow + ", TRACE")
    },
  ]
}
