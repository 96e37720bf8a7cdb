import Accord

let s3Deletion = Scenario("Several objects are removed at once") {
  bucket(holding: ["c.txt"])
  for key in ["docs/a.xml", "b.txt", "c.txt"] {
    Put("/\(shelf)/\(key)").body(.text("x")).expect(200)
  }
  Post("/\(shelf)?delete").xml(
    """
    <Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Object><Key>docs/a.xml</Key></Object>\
    <Object><Key>gone</Key></Object></Delete>
    """
  ).header("Content-MD5", "R2s2ZB+VXuOWEMTtr6dhGA==").expect(200) {
    Header(.contentType, "application/xml")
    XMLSchema("Schemas/DeleteResult.xsd")
    Found("//s3:Deleted/s3:Key", .unordered(["docs/a.xml", "gone"]))
    Found("//s3:Error", .absent)
    // Neither order nor prefixes nor white space between elements matter.
    XML(
      equals: """
        <aws:DeleteResult xmlns:aws='http://s3.amazonaws.com/doc/2006-03-01/'>
          <!-- what was there -->
          <aws:Deleted><aws:Key>docs/a.xml</aws:Key></aws:Deleted>
          <aws:Deleted><aws:Key><![CDATA[gone]]></aws:Key></aws:Deleted>
        </aws:DeleteResult>
        """)
  }
  Get("/\(shelf)?list-type=2").expect(200) { Found("//s3:Key", ["b.txt", "c.txt"]) }
  Post("/\(shelf)?delete").xml("<Delete><Object><Key>b.txt</Key></Object></Delete>")
    .named("without a namespace").expect(200) { XML(equals: .file("Fixtures/deleted.xml")) }
  Get("/\(shelf)/b.txt").expect(404) { refusal("NoSuchKey") }

  Put("/\(shelf)/\(awkwardKey)").body(.text("x")).expect(200)
  Get("/\(shelf)?list-type=2&prefix=a").expect(200) {
    Found("//s3:Key", .variable(awkwardKey))
    Found("//s3:Key", "a & <b>?.txt")
  }
  Post("/\(shelf)?delete").named("an awkward key").xml(
    "<Delete><Object><Key>\(awkwardKey)</Key></Object></Delete>"
  ).expect(200) {
    Found("//s3:Deleted/s3:Key", .variable(awkwardKey))
    XML(
      equals: """
        <DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
          <Deleted><Key>\(awkwardKey)</Key></Deleted>
        </DeleteResult>
        """)
  }
  Get("/\(shelf)/\(awkwardKey)").expect(404) {
    refusal("NoSuchKey")
    XML("/Error/Key", .variable(awkwardKey))
  }
}

let uploadID = Variable("uploadID")
let uploadTag = Variable("uploadTag")

let s3Uploads = Scenario("An object is uploaded in parts") {
  bucket(holding: ["big"])
  Post("/\(shelf)/big?uploads").expect(200) {
    RelaxNG("Schemas/uploads.rng")
    Found("/s3:InitiateMultipartUploadResult/s3:Bucket", .variable(shelf))
    Capture(uploadID, .xpath("//s3:UploadId", namespaces: s3Namespaces))
  }
  Put("/\(shelf)/big?partNumber=1&uploadId=\(uploadID)").body(.text("hello")).expect(200) {
    Capture(uploadTag, .header(.eTag, matching: "^\"([0-9a-f]+)\"$"))
  }
  Get("/\(shelf)/big?uploadId=\(uploadID)").expect(200) {
    Found("//s3:UploadId", .variable(uploadID))
    Found("//s3:Part/s3:PartNumber", 1)
    Found("//s3:Part/s3:ETag", "\"\(uploadTag)\"")
  }
  Post("/\(shelf)/big?uploadId=\(uploadID)").xml(
    """
    <CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Part>
      <PartNumber>1</PartNumber><ETag>"\(uploadTag)"</ETag>
    </Part></CompleteMultipartUpload>
    """
  ).expect(200) {
    RelaxNG("Schemas/uploads.rng")
    Found("//s3:Location", .uri)
    Found("//s3:ETag", .matches(#"^"[0-9a-f]{32}-1"$"#))
  }
  Get("/\(shelf)/big").expect(200) { Text("hello") }
  Get("/\(shelf)/big?uploadId=\(uploadID)").named("the upload is over").expect(404) {
    refusal("NoSuchUpload")
    XML("/Error/UploadId", .variable(uploadID))
  }
}

let s3Tags = Scenario("An object carries tags") {
  bucket(holding: ["a.txt"])
  Put("/\(shelf)/a.txt").body(.text("x")).header("x-amz-tagging", "colour=red&size=2")
    .expect(200) { Header("x-amz-tagging-count", "2") }
  Get("/\(shelf)/a.txt?tagging").expect(200) {
    RelaxNG("Schemas/uploads.rng")
    Found("//s3:Tag[s3:Key = 'size']/s3:Value", 2)
    Found("//s3:Tag/s3:Key", .unordered(["size", "colour"]))
  }
  Put("/\(shelf)/a.txt?tagging").xml(
    """
    <Tagging xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><TagSet>
      <Tag><Key>mood</Key><Value>\(mood)</Value></Tag>
    </TagSet></Tagging>
    """
  ).expect(200)
  Get("/\(shelf)/a.txt?tagging").named("the tags as set").expect(200) {
    Found("//s3:Tag/s3:Value", "glad + merry @ 5")
    Found("//s3:Tag/s3:Value", .variable(mood))
    XML(
      equals: """
        <Tagging xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><TagSet>
          <Tag><Key>mood</Key><Value>\(mood)</Value></Tag>
        </TagSet></Tagging>
        """)
  }
}

let mood = Variable("mood", .default("glad + merry @ 5"))

/// What must be escaped in XML, and in a path.
let awkwardKey = Variable("awkwardKey", .default("a & <b>?.txt"))
