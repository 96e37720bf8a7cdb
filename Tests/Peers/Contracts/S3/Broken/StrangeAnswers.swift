import Accord

/// What each schema must not let pass: answers as S3 gives them, with one flaw each.
let strangeAnswers = Group("Flawed answers") {
  for answer in flawedAnswers {
    Scenario("\(answer.schema): \(answer.flaw)") {
      bucket(holding: ["a.xml"])
      Put("/\(shelf)/a.xml")
        .body(.text(Template(answer.document)), type: "application/xml").expect(200)
      Get("/\(shelf)/a.xml").expect(200) {
        if answer.schema.hasSuffix(".rng") {
          RelaxNG("../Schemas/\(answer.schema)")
        } else {
          XMLSchema("../Schemas/\(answer.schema)")
        }
      }
    }
  }
}

let awsNamespace = #"xmlns="http://s3.amazonaws.com/doc/2006-03-01/""#
let time = "<LastModified>2026-11-22T20:40:34.000Z</LastModified>"
let tag = #"<ETag>"f019ee9a03978aff9f9b78d0ddf3edb7"</ETag>"#
let owner =
  "<Owner><DisplayName>webfile</DisplayName><ID>bcaf1ffd86f41161ca5fb16fd081034f</ID></Owner>"

let flawedAnswers: [(schema: String, flaw: String, document: String)] = [
  (
    "CopyObjectResult.xsd", "no time",
    "<CopyObjectResult \(awsNamespace)>\(tag)</CopyObjectResult>"
  ),
  (
    "CopyObjectResult.xsd", "a tag without quotes",
    "<CopyObjectResult \(awsNamespace)>\(time)<ETag>f019ee9a03978aff9f9b78d0ddf3edb7</ETag>"
      + "</CopyObjectResult>"
  ),
  (
    "CopyObjectResult.xsd", "no namespace",
    "<CopyObjectResult>\(tag)\(time)</CopyObjectResult>"
  ),
  (
    "DeleteResult.xsd", "no key",
    "<DeleteResult \(awsNamespace)><Deleted><VersionId>1</VersionId></Deleted></DeleteResult>"
  ),
  (
    "DeleteResult.xsd", "an error without a code",
    "<DeleteResult \(awsNamespace)><Error><Key>a</Key><Message>no</Message></Error></DeleteResult>"
  ),
  (
    "Error.xsd", "a code of two words",
    "<Error><Code>No Such Key</Code><Message>no</Message><RequestId>1</RequestId>"
      + "<HostId>aG9zdA==</HostId></Error>"
  ),
  (
    "Error.xsd", "an unknown element, an empty message and no request",
    "<Error><Code>NoSuchKey</Code><Message/><Stack>a.py</Stack><HostId>aG9zdA==</HostId></Error>"
  ),
  (
    "Error.xsd", "a namespace",
    "<Error \(awsNamespace)><Code>NoSuchKey</Code><Message>no</Message></Error>"
  ),
  (
    "ListAllMyBucketsResult.xsd", "a bucket's name with capitals",
    "<ListAllMyBucketsResult \(awsNamespace)><Buckets><Bucket><Name>Shelf</Name>"
      + "<CreationDate>2026-11-22T20:40:34.000Z</CreationDate></Bucket></Buckets>\(owner)"
      + "</ListAllMyBucketsResult>"
  ),
  (
    "ListAllMyBucketsResult.xsd", "no owner",
    "<ListAllMyBucketsResult \(awsNamespace)><Buckets/></ListAllMyBucketsResult>"
  ),
  (
    "ListBucketResult.xsd", "a page of more than a thousand",
    list("").replacing("1000", with: "1001")
  ),
  (
    "uploads.rng", "no upload",
    "<InitiateMultipartUploadResult \(awsNamespace)><Bucket>shelf</Bucket><Key>a</Key>"
      + "</InitiateMultipartUploadResult>"
  ),
  (
    "uploads.rng", "a tag of one part",
    "<CompleteMultipartUploadResult \(awsNamespace)><Location>http://a.example/b</Location>"
      + "<Bucket>shelf</Bucket><Key>a</Key>\(tag)</CompleteMultipartUploadResult>"
  ),
  (
    "uploads.rng", "text between elements",
    "<Tagging \(awsNamespace)><TagSet>none</TagSet></Tagging>"
  ),
]
