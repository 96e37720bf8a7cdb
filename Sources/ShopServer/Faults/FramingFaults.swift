import HTTPTypes
import Hummingbird

extension Fault {
  /// Messages are not framed, or not read, as HTTP/1.1 says (RFC 9112).
  static let framingFaults = [
    Fault(
      of: "framing.host-missing", "host-missing-accepted",
      "A request without Host is answered as if it had one."
    ) { request in
      if request.values(of: "Host").isEmpty { request.set("Host", "shop") }
    },
    Fault(
      of: "framing.host-duplicate", "host-repeated-accepted",
      "Of several Host fields the first one counts."
    ) { request in
      let hosts = request.values(of: "Host")
      if hosts.count > 1 { request.set("Host", hosts[0]) }
    },
    Fault(
      of: "framing.te-not-chunked", "transfer-gzip-ignored",
      "A request whose only transfer coding is gzip is read as if it had none."
    ) { request in
      if request.values(of: "Transfer-Encoding") == ["gzip"] {
        request.set("Transfer-Encoding", nil)
      }
    },
    Fault(
      of: "framing.cl-and-te-close", "length-beside-chunked-accepted",
      "Content-Length beside chunked content is ignored, and the connection stays open."
    ) { request in
      if request.values(of: "Transfer-Encoding") == ["chunked"] {
        request.set("Content-Length", nil)
      }
    },
    Fault(
      of: "framing.content-length-invalid", "length-invalid-accepted",
      "In place of a Content-Length that is no number the shop takes what came."
    ) { request in
      let lengths = request.values(of: "Content-Length")
      if lengths.contains(where: { !$0.allSatisfy(\.isNumber) || $0.isEmpty }) {
        request.set("Content-Length", String(request.content.count))
      }
    },
    Fault(
      of: "framing.chunked-request", "chunked-refused",
      "POST /cart answers 400 to content that comes in chunks.", at: .on(.post, "/cart")
    ) { visit in
      if visit.request.headers[.transferEncoding] != nil {
        return try visit.refuse(.malformed("Content-Length is missing."))
      }
      return try await visit.forward()
    },
    Fault(
      of: "framing.unread-content", "content-left-unread",
      "The content of a POST that is refused with 404 or 405 is taken for the next request.",
      at: .anywhere
    ) { visit in
      let isOutOfStep = visit.onConnection { $0.isOutOfStep }
      if isOutOfStep {
        return try visit.refuse(.malformed("This is not an HTTP/1.1 message."))
          .with(.connection, "close")
      }
      let response = try await visit.forward()
      let fields = visit.request.headers
      let hasContent = fields[.transferEncoding] != nil || fields[.contentLength] ?? "0" != "0"
      let isRefused = [.notFound, .methodNotAllowed].contains(response.status)
      if visit.request.method == .post, isRefused, hasContent {
        visit.onConnection { $0.isOutOfStep = true }
      }
      return response
    },
    Fault(
      of: "http.head.no-content", "head-with-content",
      "HEAD of a product is answered with the content of GET.", at: .on(.head, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .ok else { return response }
      try await visit.sendRaw(response, content: response.text())
      return response
    },
    Fault(
      of: "http.204.no-content", "content-after-204",
      "The 204 of DELETE of a cart item is followed by content.", at: .on(.delete, "/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .noContent else { return response }
      try await visit.sendRaw(
        response, { $0[.contentLength] = nil }, content: #"{"deleted":true}"#)
      return response
    },
    Fault(
      of: "http.204.no-content-length", "204-with-length",
      "The 204 of DELETE of a cart item has a Content-Length.", at: .on(.delete, "/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .noContent else { return response }
      try await visit.sendRaw(response, { $0[.contentLength] = "0" }, content: "")
      return response
    },
    Fault(
      of: "framing.response-cl-and-te", "chunked-with-length",
      "GET of a product sends its content in chunks and tells its length, too.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .ok, visit.request.method == .get else { return response }
      let text = try await response.text()
      let chunks = "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n0\r\n\r\n"
      try await visit.sendRaw(response, { $0[.transferEncoding] = "chunked" }, content: chunks)
      return response
    },
  ]
}
