import AccordHTTP
import Testing

@Suite("AWS Signature Version 4")
struct AWSSignatureTests {
  private static func signature(service: String = "service", token: String? = nil) -> AWSSignature {
    AWSSignature(
      accessKey: "AKIDEXAMPLE", secretKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
      sessionToken: token, region: "us-east-1", service: service)
  }

  private func authorization(_ parts: AWSSignature.Parts, _ signature: AWSSignature) -> String? {
    signature.fields(signing: parts, at: "20150830T123600Z").last?.value
  }

  @Test("The documented example: ListUsers of IAM")
  func listUsers() {
    let parts = AWSSignature.Parts(
      method: "GET", host: "iam.amazonaws.com", path: "/",
      query: "Action=ListUsers&Version=2010-05-08",
      fields: [("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")])
    #expect(
      authorization(parts, Self.signature(service: "iam"))
        == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, "
        + "SignedHeaders=content-type;host;x-amz-date, "
        + "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")
  }

  /// Of AWS's own test suite for signers.
  private static let suite: [(query: String, method: String, signature: String)] = [
    ("", "GET", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
    ("", "POST", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
    (
      "Param2=value2&Param1=value1", "GET",
      "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
    ),
  ]

  @Test("AWS's test suite: vanilla requests, and a query out of order", arguments: suite)
  func vanilla(query: String, method: String, signature: String) throws {
    let parts = AWSSignature.Parts(
      method: method, host: "example.amazonaws.com", path: "/", query: query)
    let value = try #require(authorization(parts, Self.signature()))
    #expect(value.hasSuffix("Signature=\(signature)"))
  }

  @Test("The order of a query's parameters and the way they are encoded do not matter")
  func canonicalQuery() {
    func signed(_ query: String) -> String? {
      authorization(
        AWSSignature.Parts(method: "GET", host: "h", path: "/", query: query), Self.signature())
    }
    #expect(signed("b=2&a=1&a=0") == signed("a=0&a=1&b=2"))
    #expect(signed("a=%7e%2f") == signed("a=~/"))
    #expect(signed("a") == signed("a="))
    #expect(signed("a=1") != signed("a=2"))
    #expect(signed("a=+") != signed("a=%20"))
  }

  @Test("A session's token is sent and signed, and the secret key is not sent")
  func token() {
    let fields = Self.signature(token: "session").fields(
      signing: AWSSignature.Parts(method: "GET", host: "h", path: "/"), at: "20150830T123600Z")
    #expect(fields.map(\.name) == ["X-Amz-Date", "X-Amz-Security-Token", "Authorization"])
    #expect(fields.last?.value.contains("host;x-amz-date;x-amz-security-token") == true)
    #expect(!fields.contains { $0.value.contains("wJalrXUtnFEMI") })
  }

  @Test("Content that is not signed is said to be not signed")
  func unsigned() {
    var signature = Self.signature(service: "s3")
    signature.signsContent = false
    let parts = AWSSignature.Parts(method: "PUT", host: "h", path: "/a", content: Array("x".utf8))
    let fields = signature.fields(signing: parts, at: "20150830T123600Z")
    #expect(fields.contains { $0 == ("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD") })
    var other = parts
    other.content = Array("y".utf8)
    #expect(
      fields.last?.value == signature.fields(signing: other, at: "20150830T123600Z").last?.value)
  }
}
