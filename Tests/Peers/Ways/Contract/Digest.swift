import Accord

/// What httpbin gives to those who answer its challenge.
///
/// The path has the password, so that no report can be right by chance.
let digest = Contract("Digest") {
  for algorithm in ["MD5", "SHA-256"] {
    Get("/digest-auth/auth/aladdin/open-sesame/\(algorithm)").expect(200) {
      JSON(["authenticated": true])
    }
  }
}
