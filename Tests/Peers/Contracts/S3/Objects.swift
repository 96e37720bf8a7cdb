import Accord

let objectTag = Variable("objectTag")

let s3Objects = Scenario("An object is stored, read in whole and in part, and removed") {
  bucket(holding: ["a.txt"])
  Put("/\(shelf)/a.txt").body(.text("hello, shelf\n"), type: "text/plain").expect(200) {
    Header(.eTag, .matches(#"^"[0-9a-f]{32}"$"#))
    Header(.lastModified, .httpDate)
    NoBody()
    Capture(objectTag, .header(.eTag))
  }
  Get("/\(shelf)/a.txt").expect(200) {
    Header(.contentType, "text/plain")
    Header(.contentLength, "13")
    Header(.eTag, .variable(objectTag))
    Header("Accept-Ranges", "bytes")
    Text("hello, shelf\n")
  }
  Head("/\(shelf)/a.txt").expect(200) {
    Header(.contentLength, "13")
    Header(.eTag, .variable(objectTag))
    NoBody()
  }
  for (range, text, content) in [
    ("1-3", "ell", "1-3"), ("7-", "shelf\n", "7-12"), ("-6", "shelf\n", "7-12"),
    ("0-99", "hello, shelf\n", "0-12"),
  ] {
    Get("/\(shelf)/a.txt").header("Range", "bytes=\(range)").named("octets \(range)")
      .expect(206) {
        Header("Content-Range", .equal(to: "bytes \(content)/13"))
        Text(.equal(to: text))
      }
  }
  Get("/\(shelf)/a.txt").header("Range", "bytes=100-").named("octets 100-").expect(416) {
    XMLSchema("Schemas/Error.xsd")
    XML("/Error/Code", "InvalidRange")
    XML("/Error/ActualObjectSize", 13)
    XML("/Error/RangeRequested", "bytes=100-")
  }
  Get("/\(shelf)/a.txt").header(.ifNoneMatch, "\(objectTag)").expect(304) {
    Header(.eTag, .variable(objectTag))
    NoBody()
  }
  Get("/\(shelf)/a.txt").header(.ifMatch, #""stale""#).expect(412) {
    refusal("PreconditionFailed")
    XML("/Error/Condition", "If-Match")
  }
  Put("/\(shelf)/a.txt").header(.ifNoneMatch, "*").body(.text("no")).expect(412) {
    refusal("PreconditionFailed")
  }
  Delete("/\(shelf)").expect(409) {
    refusal("BucketNotEmpty")
    XML("/Error/BucketName", .variable(shelf))
  }
  Delete("/\(shelf)/a.txt").expect(204) { NoBody() }
  Get("/\(shelf)/a.txt").named("the removed object").expect(404) {
    refusal("NoSuchKey")
    XML("/Error/Key", "a.txt")
  }
  Head("/\(shelf)/a.txt").named("HEAD of the removed object").expect(404) { NoBody() }
  Delete("/\(shelf)/a.txt").named("DELETE of the removed object").expect(204)
}

let s3Metadata = Scenario("Metadata comes back with the object") {
  bucket(holding: ["a.bin"])
  Put("/\(shelf)/a.bin").body(.bytes([0, 1, 254, 255])).header("x-amz-meta-Author", "Ada")
    .header("x-amz-meta-pages", "12").header(.cacheControl, "max-age=60").expect(200)
  Get("/\(shelf)/a.bin").expect(200) {
    Header("x-amz-meta-author", "Ada")
    Header("X-AMZ-Meta-Pages", .integer)
    Header(.cacheControl, "max-age=60")
    NoHeader("x-amz-meta-title")
    Body(.bytes([0, 1, 254, 255]))
  }
  Get("/\(shelf)/a.bin").query("response-content-type", "text/html")
    .query("response-content-disposition", #"attachment; filename="a b.html""#).expect(200) {
      Header(.contentType, "text/html")
      Header("Content-Disposition", #"attachment; filename="a b.html""#)
    }
}

let s3Copies = Scenario("An object is copied") {
  bucket(holding: ["a.txt", "b.txt", "c.txt"])
  Put("/\(shelf)/a.txt").body(.text("copy me"), type: "text/plain")
    .header("x-amz-meta-author", "Ada").expect(200) { Capture(objectTag, .header(.eTag)) }
  Put("/\(shelf)/b.txt").header("x-amz-copy-source", "/\(shelf)/a.txt").expect(200) {
    Header(.contentType, "application/xml")
    XMLSchema("Schemas/CopyObjectResult.xsd")
    Found("/s3:CopyObjectResult/s3:ETag", .variable(objectTag))
    Found("/s3:CopyObjectResult/s3:LastModified", .dateTime)
  }
  Get("/\(shelf)/b.txt").expect(200) {
    Header("x-amz-meta-author", "Ada")
    Text("copy me")
  }
  Put("/\(shelf)/c.txt").header("x-amz-copy-source", "/\(shelf)/a.txt")
    .header("x-amz-metadata-directive", "REPLACE").header("x-amz-meta-title", "Copy")
    .expect(200) { XMLSchema("Schemas/CopyObjectResult.xsd") }
  Head("/\(shelf)/c.txt").expect(200) {
    Header("x-amz-meta-title", "Copy")
    NoHeader("x-amz-meta-author")
  }
  Put("/\(shelf)/d.txt").header("x-amz-copy-source", "/\(shelf)/none").expect(404) {
    refusal("NoSuchKey")
    XML("/Error/Key", "none")
  }
}
