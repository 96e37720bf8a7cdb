import Accord

private let id = Variable("id")
private let secret = Variable("secret", .secret)

/// An S3 that asks who one is: requests that it takes only where their signature is right, with and
/// without content, and with queries and names that have to be encoded.
///
/// moto compares with a query as it came, while AWS encodes it anew: a slash, which need not be encoded
/// in a query and is to be in what is signed, is right for AWS only.
let objects = Contract(
  "Objects",
  .auth(
    .awsSignature(
      accessKey: "\(id)", secretKey: "\(secret)", region: "us-east-1", service: "s3"))
) {
  Scenario("An object comes and goes") {
    Put("/ways").expect(200)
    Cleanup { Delete("/ways").expect(.oneOf(204, 403, 404)) }
    Put("/ways/a%20b/%C3%BC.txt").body(.text("let in"), type: "text/plain").expect(200)
    Cleanup { Delete("/ways/a%20b/%C3%BC.txt").expect(.oneOf(204, 403, 404)) }
    Get("/ways/a%20b/%C3%BC.txt").expect(200) { Text("let in") }
    Get("/ways").query("list-type", 2).query("prefix", "a b").expect(200) {
      XML("count(//s:Contents)", 1, namespaces: ["s": "http://s3.amazonaws.com/doc/2006-03-01/"])
    }
  }
}

/// The same S3 with a wrong key: refused, in its words.
let wrongKey = Contract(
  "A wrong key",
  .auth(
    .awsSignature(
      accessKey: "\(id)", secretKey: "\(secret)", region: "us-east-1", service: "s3"))
) {
  Get("/").expect(403) {
    XML("string(/Error/Code)", .oneOf("SignatureDoesNotMatch", "InvalidAccessKeyId"))
  }
}
