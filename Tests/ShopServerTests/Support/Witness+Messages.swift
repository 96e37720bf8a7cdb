/// Of the faults that only show in the octets of messages.
extension Witness {
  private static let host = "Host: a\r\n"
  private static let last = "Connection: close\r\n\r\n"
  private static let json = host + "Content-Type: application/json\r\n"
  private static let item = #"{"product":7,"quantity":2}"#
  private static let chunks = "1a\r\n\(item)\r\n0\r\n\r\n"
  private static let product = "GET /products/1 HTTP/1.1\r\n"
  private static let post = "POST /cart HTTP/1.1\r\n\(json)Content-Length: 26\r\n\r\n\(item)"
  private static let removal = post + "DELETE /cart/1 HTTP/1.1\r\n\(host)\(last)"

  static let messages = [
    Witness("unknown-method-served", octets: "FROB /products/1 HTTP/1.1\r\n\(host)\(last)"),
    Witness("host-missing-accepted", octets: "\(product)\(last)"),
    Witness("host-repeated-accepted", octets: "\(product)\(host)Host: b\r\n\(last)"),
    Witness("transfer-gzip-ignored", octets: "\(product)\(host)Transfer-Encoding: gzip\r\n\(last)"),
    Witness(
      "length-beside-chunked-accepted",
      octets:
        "POST /cart HTTP/1.1\r\n\(json)Content-Length: 26\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "\(chunks)\(product)\(host)\(last)"),
    Witness(
      "length-invalid-accepted",
      octets: "POST /cart HTTP/1.1\r\n\(json)Content-Length: 26, 27\r\n\(last)\(item)"),
    Witness(
      "chunked-refused",
      octets: "POST /cart HTTP/1.1\r\n\(json)Transfer-Encoding: chunked\r\n\(last)\(chunks)"),
    Witness(
      "content-left-unread",
      octets: "POST /nope HTTP/1.1\r\n\(json)Content-Length: 26\r\n\r\n\(item)"
        + "\(product)\(host)\(last)"),
    Witness("head-with-content", octets: "HEAD /products/1 HTTP/1.1\r\n\(host)\(last)"),
    Witness("content-after-204", octets: removal),
    Witness("204-with-length", octets: removal),
    Witness("chunked-with-length", octets: "\(product)\(host)\(last)"),
    Witness("date-missing", octets: "\(product)\(host)\(last)"),
  ]
}
