import Accord

/// Keys that a listing must write as they are, in the order of their octets.
let listedKeys = ["a.txt", "docs/a.xml", "docs/b & c.xml", "docs/é.xml", "z<>\".txt"]

func encoded(_ key: String) -> String {
  key.utf8.map { octet in
    switch octet {
    case 0x2D...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(octet))
    default: "%" + (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
    }
  }.joined()
}

let s3Listing = Scenario("A bucket's objects are listed") {
  bucket(holding: listedKeys.map(encoded))
  Get("/\(shelf)?list-type=2").named("an empty list").expect(200) {
    XMLSchema("Schemas/ListBucketResult.xsd")
    Found("//s3:Contents", .absent)
    Found("//s3:KeyCount", 0)
    Found("//s3:IsTruncated", false)
  }
  for key in listedKeys {
    Put("/\(shelf)/\(encoded(key))").body(.text("<a/>"), type: "application/xml").expect(200)
  }
  Get("/\(shelf)?list-type=2").expect(200) {
    Header(.contentType, "application/xml")
    XMLSchema("Schemas/ListBucketResult.xsd")
    Found("/s3:ListBucketResult/s3:Name", .variable(shelf))
    Found("//s3:Key", .array(listedKeys.map { .string($0) }))
    Found("//s3:Key", .count(5))
    Found("count(//s3:Contents)", 5)
    Found("sum(//s3:Size)", 20)
    Found("//s3:Contents[s3:Key = 'docs/a.xml']/s3:Size", 4)
    Found("//s3:Size", .each(.integer(1...)))
    Found("//s3:ETag", .each(#""f019ee9a03978aff9f9b78d0ddf3edb7""#))
    Found("//s3:LastModified", .each(.dateTime))
    Found("//s3:StorageClass", .each("STANDARD"))
    Found("//s3:KeyCount = count(//s3:Contents)", true)
    Found("//s3:IsTruncated", .boolean)
    Found("//s3:NextContinuationToken", .absent)
    Found("//s3:Key", .contains(.hasSuffix("é.xml")))
    Found("//s3:Key[contains(., '&')]", "docs/b & c.xml")
    Found("//s3:Prefix", "")
  }
  Get("/\(shelf)?list-type=2&prefix=docs/").expect(200) {
    XMLSchema("Schemas/ListBucketResult.xsd")
    Found("//s3:Key", .all(.count(3), .each(.hasPrefix("docs/"))))
    Found("/s3:ListBucketResult/s3:Prefix", "docs/")
  }
  Get("/\(shelf)?list-type=2&prefix=none").expect(200) {
    XMLSchema("Schemas/ListBucketResult.xsd")
    Found("//s3:Key", .absent)
    Found("//s3:Key", .count(0))
  }
  Get("/\(shelf)?list-type=2&delimiter=/").expect(200) {
    XMLSchema("Schemas/ListBucketResult.xsd")
    Found("//s3:CommonPrefixes/s3:Prefix", ["docs/"])
    Found("//s3:Contents/s3:Key", .unordered(["z<>\".txt", "a.txt"]))
    Found("//s3:KeyCount", 3)
  }
  Get("/\(shelf)?list-type=2&start-after=docs/b&encoding-type=url").expect(200) {
    XMLSchema("Schemas/ListBucketResult.xsd")
    Found("//s3:EncodingType", "url")
    Found("//s3:Key", ["docs/b%20%26%20c.xml", "docs/%C3%A9.xml", "z%3C%3E%22.txt"])
  }
  Get("/\(shelf)").named("the first version of the list").expect(200) {
    Found("//s3:Owner/s3:DisplayName", .each("webfile"))
    Found("//s3:KeyCount", .absent)
    Found("count(//s3:Key)", 5)
  }
}

let continuation = Variable("continuation")

let s3Pages = Scenario("A list comes page by page") {
  bucket(holding: (1...5).map { "\($0).txt" })
  for number in 1...5 { Put("/\(shelf)/\(number).txt").body(.text("\(number)")).expect(200) }
  for (page, keys) in [(1, ["1.txt", "2.txt"]), (2, ["3.txt", "4.txt"])] {
    let list = Get("/\(shelf)?list-type=2&max-keys=2")
    (page == 1 ? list : list.query("continuation-token", "\(continuation)"))
      .named("page \(page)").expect(200) {
        XMLSchema("Schemas/ListBucketResult.xsd")
        Found("//s3:Key", .array(keys.map { .string($0) }))
        Found("//s3:IsTruncated", true)
        Found("//s3:MaxKeys", 2)
        Capture(
          continuation, .xpath("//s3:NextContinuationToken", namespaces: s3Namespaces))
      }
  }
  Get("/\(shelf)?list-type=2&max-keys=2").query("continuation-token", "\(continuation)")
    .named("page 3").expect(200) {
      XMLSchema("Schemas/ListBucketResult.xsd")
      Found("//s3:Key", ["5.txt"])
      Found("//s3:IsTruncated", false)
      Found("//s3:NextContinuationToken", .absent)
    }
}
