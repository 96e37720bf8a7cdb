/// What signs requests with AWS Signature Version 4.
package struct AWSSignatureTrait: Sendable {
  package let accessKey: Template
  package let secretKey: Template
  package let sessionToken: Template?
  package let region: String
  package let service: String
  package let signsContent: Bool
}
