import Accord

/// What S3 does not promise: each step is wrong, and says so in Expected/s3-broken.txt.
///
/// One after another, so that lists of buckets are the same in each run.
let s3Broken = Contract(
  "S3, wrongly", .header("Authorization", credentials), .timeout(.seconds(30)), .serialized
) {
  brokenBuckets
  brokenLists
  brokenErrors
  brokenObjects
  brokenCharsets
  strangeDocuments
  strangeAnswers
}

let brokenBuckets = Group("Buckets") {
  Get("/").expect(200) {
    Found("//s3:Bucket/s3:Name", .contains("nobody's"))
    Found("/s3:ListAllMyBucketsResult/s3:Owner", .absent)
    XML("/ListAllMyBucketsResult", .any)
    XMLSchema("../Schemas/ListBucketResult.xsd")
    RelaxNG("../Schemas/uploads.rng")
    JSON(["Buckets": []])
  }
  Put("/no").expect(200)
  Scenario("A bucket is not empty") {
    Put("/\(shelf)").expect(200)
    Cleanup { Delete("/\(shelf)").expect(204) }
    Put("/\(shelf)/a.txt").body(.text("x")).expect(200)
    Cleanup { Delete("/\(shelf)/a.txt").expect(204) }
    Delete("/\(shelf)").expect(204)
    Get("/\(shelf)").expect(404)
  }
  Scenario("A clean-up that finds too much") {
    Put("/\(shelf)").expect(200)
    Cleanup { Delete("/\(shelf)").expect(204) }
    Put("/\(shelf)/a.txt").body(.text("x")).expect(200)
  }
}

let brokenLists = Scenario("A list is not what it was thought to be") {
  bucket(holding: ["a.txt", "b.txt"])
  for key in ["a.txt", "b.txt"] { Put("/\(shelf)/\(key)").body(.text("hello")).expect(200) }
  Get("/\(shelf)?list-type=2").named("what is on the list").expect(200) {
    Found("//s3:Key", "a.txt")
    Found("//s3:Key", ["b.txt", "a.txt"])
    Found("//s3:Key", .unordered(["a.txt", "c.txt"]))
    Found("//s3:Key", .each(.matches("^a")))
    Found("//s3:Key", .contains("c.txt"))
    Found("//s3:Size", .each(.integer(6...)))
    Found("//s3:Contents[s3:Key = 'c.txt']", .any)
    Found("count(//s3:Contents)", 3)
    Found("sum(//s3:Size)", .number(...9))
    Found("//s3:KeyCount = 3", true)
    Found("//s3:IsTruncated", true)
    Found("//s3:LastModified", .each(.date))
    Found("//s3:Name", .not(.variable(shelf)))
    Found("//s3:Prefix", .absent)
    XML("//Key", .count(2))
    XML("//x:Key", .count(2), namespaces: ["x": "http://s3.amazonaws.com/doc/2006-03-02/"])
  }
}

let nextToken = Variable("nextToken")

let brokenErrors = Group("Errors") {
  Get("/broken-nowhere/a.txt").expect(404) {
    XML("/Error/Code", "NoSuchKey")
    XML("/Error/Key", "a.txt")
    XMLSchema("../Schemas/DeleteResult.xsd")
    NoBody()
    Header(.contentType, "text/xml")
  }
  Head("/broken-nowhere").expect(404) { XML("/Error/Code", "NoSuchBucket") }
  Get("/broken-nowhere?list-type=2").expect(200) { XMLSchema("../Schemas/ListBucketResult.xsd") }
  Scenario("There is no next page") {
    Get("/").expect(200) {
      Capture(nextToken, .xpath("//s3:NextContinuationToken", namespaces: s3Namespaces))
    }
    Get("/?continuation-token=\(nextToken)").expect(200)
  }
  Get("/").named("a regular expression finds nothing").expect(200) {
    Capture(nextToken, .text(matching: "<Name>(.*)</Name>"))
  }
}

let brokenObjects = Scenario("An object is not what it was thought to be") {
  bucket(holding: ["a.bin"])
  Put("/\(shelf)/a.bin").body(.bytes([0xC3, 0x28, 0x0A]), type: "text/plain").expect(200)
  Get("/\(shelf)/a.bin").expect(200) {
    Text("(")
    JSON(["a": 1])
    XML("/a", 1)
    Body(.bytes([0xC3, 0x29, 0x0A]))
    Header("x-amz-meta-author", .any)
  }
}

let brokenCharsets = Group("Charsets") {
  for charset in ["klingon", "utf-8", "us-ascii"] {
    Scenario("A text that is not \(charset)") {
      bucket(holding: ["a.txt"])
      Put("/\(shelf)/a.txt")
        .body(.bytes(latin), type: "text/plain; charset=\(charset)").expect(200)
      Get("/\(shelf)/a.txt").expect(200) {
        Text("café")
        Capture(nextToken, .text)
      }
    }
  }
}
