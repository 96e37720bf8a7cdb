/// A form with a field and a file, as a browser sends it with the boundary `x`.
enum MultipartExample {
  static let content = [
    "preamble", "--x", #"Content-Disposition: form-data; name="message""#, "", "hello",
    "--x", #"Content-Disposition: form-data; name="file"; filename="a \"b\".txt""#,
    "Content-Type: text/plain", "", "two\r\nlines", "--x--", "epilogue",
  ].joined(separator: "\r\n")
}
