import Accord

private let secret = Variable(
  "secret", .secret, .default("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"))

/// Requests that botocore signs too, and whose signatures are compared: 200 where they are equal.
let signatures = Contract("Signatures") {
  plain
  storage
  withToken
  unsigned
}

/// botocore leaves it to its caller to encode what stands in a URL, so here all is encoded as AWS
/// wants it; what else it may look like is tested with AWS's own examples.
private func requests() -> [Step] {
  let targets = [
    "/", "/a", "/a/", "/a/b?x=1", "/?b=2&a=1", "/?b=2&a=1&a=0&B=3", "/?a", "/?a=&b", "/?a=b%3Dc",
    "/?Action=ListUsers&Version=2010-05-08", "/?prefix=a%2Fb&delimiter=%2F", "/?q=a%20b&p=%C3%BC",
    "/?z=~&y=-_.", "/?x-amz=1&X-Amz=2", "/a%20b/%C3%BC?k=%25", "/a-b_c.d~e", "/a%2Bb?c=d%2Be",
    "/?list-type=2&max-keys=10&continuation-token=abc%3D%3D", "/?k=%E2%82%AC&k=%24", "/a%3Ab%40c",
  ]
  var steps: [Step] = []
  for target in targets {
    steps.append(Get("\(target)").expect(200))
    steps.append(Put("\(target)").body(.text("content of \(target)")).expect(200))
  }
  steps.append(Delete("/a?versionId=3").expect(204))
  steps.append(Post("/a").json(["a": 1]).expect(200))
  steps.append(Post("/b").form(["a": "b c"]).expect(200))
  steps.append(Post("/c").expect(200))
  steps.append(Get("/h").header("X-Amz-Meta-Name", "  two   words ").expect(200))
  return steps
}

private let plain = Group(
  "execute-api",
  .auth(
    .awsSignature(
      accessKey: "AKIDEXAMPLE", secretKey: "\(secret)", region: "eu-central-1",
      service: "execute-api"))
) {
  for step in requests() { step }
}

private let storage = Group(
  "s3",
  .auth(
    .awsSignature(
      accessKey: "AKIDEXAMPLE", secretKey: "\(secret)", region: "us-east-1", service: "s3"))
) {
  for step in requests() { step }
}

private let withToken = Group(
  "session",
  .auth(
    .awsSignature(
      accessKey: "AKIDEXAMPLE", secretKey: "\(secret)", sessionToken: "a/session+token==",
      region: "us-east-1", service: "iam"))
) {
  for step in requests() { step }
}

private let unsigned = Group(
  "unsigned",
  .auth(
    .awsSignature(
      accessKey: "AKIDEXAMPLE", secretKey: "\(secret)", region: "us-east-1", service: "s3",
      signsContent: false))
) {
  for step in requests() { step }
}
