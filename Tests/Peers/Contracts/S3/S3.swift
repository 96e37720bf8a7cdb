import Accord

/// What Amazon S3 promises, as far as moto keeps it: a REST API that speaks XML.
///
/// Requests are not signed, as moto checks no signature; it reads the region from where one would be.
let s3 = Contract("S3", .header("Authorization", credentials), .timeout(.seconds(30))) {
  s3Buckets
  s3Regions
  s3Objects
  s3Metadata
  s3Copies
  s3Listing
  s3Pages
  s3Deletion
  s3Uploads
  s3Tags
  s3Encodings
  s3Errors
  s3Shortcomings
}

let credentials = signature(for: "us-east-1")

func signature(for region: String) -> Template {
  """
  AWS4-HMAC-SHA256 Credential=accord/20260101/\(region)/s3/aws4_request, SignedHeaders=host, \
  Signature=0
  """
}

let s3Namespaces = ["s3": "http://s3.amazonaws.com/doc/2006-03-01/"]

/// What an XPath finds, with the prefix of S3's namespace bound.
func Found(_ xpath: String, _ pattern: JSONPattern) -> Expectation {
  XML(xpath, pattern, namespaces: s3Namespaces)
}

let requestID = Variable("requestID")

/// What comes with every error that has content.
@ExpectationBuilder
func refusal(_ code: String) -> [Expectation] {
  Header(.contentType, "application/xml")
  Capture(requestID, .header("x-amzn-requestid"))
  XMLSchema("Schemas/Error.xsd")
  XML("/Error/Code", .string(code))
  XML("/Error/RequestId", .variable(requestID))
  XML("count(/Error/Message)", 1)
}

/// The name of the bucket that a scenario works in: another one for each.
let shelf = Variable("shelf", .uuid)

/// A bucket that the steps of a scenario begin with, and its end.
@ScenarioBuilder
func bucket(holding keys: [String] = []) -> [Scenario.Element] {
  Put("/\(shelf)").expect(200) {
    Header(.location, "/\(shelf)")
    NoBody()
  }
  Cleanup { Delete("/\(shelf)").expect(.oneOf(204, 404)) }
  for key in keys {
    Cleanup { Delete("/\(shelf)/\(key)").expect(204) }
  }
}
