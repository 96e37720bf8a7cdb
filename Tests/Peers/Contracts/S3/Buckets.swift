import Accord

let s3Buckets = Scenario("A bucket is made, found and removed") {
  Get("/").named("no bucket").expect(200) {
    Header(.contentType, "application/xml")
    XMLSchema("Schemas/ListAllMyBucketsResult.xsd")
    Found("//s3:Bucket/s3:Name", .each(.not(.variable(shelf))))
    Found("/s3:ListAllMyBucketsResult/s3:Owner/s3:DisplayName", "webfile")
  }
  bucket()
  Head("/\(shelf)").expect(200) {
    Header("x-amz-bucket-region", "us-east-1")
    NoBody()
  }
  Get("/").named("one bucket").expect(200) {
    XMLSchema("Schemas/ListAllMyBucketsResult.xsd")
    Found("//s3:Bucket/s3:Name", .contains(.variable(shelf)))
    Found("//s3:CreationDate", .each(.dateTime))
  }
  // In this one region, to make a bucket again is to have it.
  Put("/\(shelf)").named("the bucket again").expect(200)
  Get("/\(shelf)?location").expect(200) {
    XML(equals: #"<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>"#)
    Found("string(/s3:LocationConstraint)", "")
  }
  Delete("/\(shelf)").expect(204) { NoBody() }
  Head("/\(shelf)").named("HEAD of the removed bucket").expect(404) { NoBody() }
  Delete("/\(shelf)").named("DELETE of the removed bucket").expect(404) {
    refusal("NoSuchBucket")
    XML("/Error/BucketName", .variable(shelf))
  }
}

let irishConfiguration: Template = """
  <CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
    <LocationConstraint>eu-west-1</LocationConstraint>
  </CreateBucketConfiguration>
  """

let s3Regions = Scenario("A bucket belongs to a region") {
  Put("/\(shelf)").xml(irishConfiguration).header("Authorization", nil)
    .header("Authorization", signature(for: "eu-west-1")).expect(200)
  Cleanup { Delete("/\(shelf)").expect(204) }
  Put("/\(shelf)").xml(irishConfiguration).header("Authorization", nil)
    .header("Authorization", signature(for: "eu-west-1")).named("the bucket again").expect(409) {
      refusal("BucketAlreadyOwnedByYou")
      XML("/Error/BucketName", .variable(shelf))
    }
  Get("/\(shelf)?location").expect(200) {
    Found("/s3:LocationConstraint", "eu-west-1")
    XML(
      equals: """
        <a:LocationConstraint xmlns:a='http://s3.amazonaws.com/doc/2006-03-01/'
          >eu-west-1</a:LocationConstraint>
        """)
  }
  Head("/\(shelf)").expect(200) { Header("x-amz-bucket-region", "eu-west-1") }
  Put("/accord-elsewhere").header("Authorization", nil)
    .header("Authorization", signature(for: "eu-west-1")).expect(400) {
      refusal("IllegalLocationConstraintException")
    }
}
