import AccordHTTP
import Testing

@Suite("Digest authentication")
struct DigestChallengeTests {
  /// The challenges of RFC 7616 section 3.9.1.
  private static let challenges = ["SHA-256", "MD5"].map { algorithm in
    "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=\(algorithm), "
      + "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
      + "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""
  }

  private func answer(_ challenge: DigestChallenge) -> String {
    challenge.answer(
      user: "Mufasa", password: "Circle of Life", method: "GET", target: "/dir/index.html",
      count: 1, clientNonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ")
  }

  @Test(
    "The examples of RFC 7616 are answered as it says",
    arguments: [
      (0, "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
      (1, "8ca523f5e9506fed4657c9700eebdbec"),
    ])
  func examples(index: Int, response: String) throws {
    let challenge = try #require(DigestChallenge(strongestOf: [Self.challenges[index]]))
    #expect(
      answer(challenge)
        == "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", "
        + "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", uri=\"/dir/index.html\", "
        + "cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\", nc=00000001, qop=auth, "
        + "response=\"\(response)\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\", "
        + "algorithm=\(index == 0 ? "SHA-256" : "MD5")")
  }

  @Test("The example of RFC 2617, and RFC 2069's answer where no protection is asked for")
  func older() throws {
    let value =
      "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\""
    func response(_ value: String) throws -> String {
      try #require(DigestChallenge(strongestOf: [value])).answer(
        user: "Mufasa", password: "Circle Of Life", method: "GET", target: "/dir/index.html",
        count: 1, clientNonce: "0a4f113b")
    }
    #expect(
      try response(value + ", qop=\"auth\"")
        .contains("response=\"6629fae49393a05397450978507c4ef1\""))
    #expect(try response(value).contains("response=\"670fd8c2df070c60b045671b8b24ff02\""))
  }

  @Test("The strongest challenge is answered, wherever it stands")
  func strongest() throws {
    let reversed = try #require(
      DigestChallenge(strongestOf: [
        "Basic realm=\"a, b\", " + Self.challenges[1], Self.challenges[0],
      ]))
    #expect(reversed.algorithm == .sha256)
    let one = try #require(
      DigestChallenge(strongestOf: [Self.challenges.reversed().joined(separator: ", ")]))
    #expect(one.algorithm == .sha256)
  }

  @Test(
    "What cannot be answered is not",
    arguments: [
      [], [""], ["Basic realm=\"x\""], ["Digest realm=\"x\""], ["Digest nonce=\"x\""],
      ["Digest realm=\"x\", nonce=\"y\", algorithm=SHA-512-256"],
      ["Digest realm=\"x\", nonce=\"y\", qop=\"auth-int\""], ["Digest realm=\"x"], [",,=,\"\\"],
    ])
  func unusable(values: [String]) {
    #expect(DigestChallenge(strongestOf: values) == nil)
  }

  @Test("Quotes of a realm or a name end no string")
  func quotes() throws {
    let challenge = try #require(
      DigestChallenge(strongestOf: [#"digest NONCE=n , realm="a \"b\", c=\"d\\", stale=TRUE"#]))
    #expect(challenge.realm == #"a "b", c="d\"#)
    #expect(challenge.nonce == "n")
    #expect(challenge.isStale)
    #expect(!challenge.saysAlgorithm)
    let text = challenge.answer(
      user: #"x"y"#, password: "p", method: "GET", target: "/", count: 255, clientNonce: "c")
    #expect(text.hasPrefix(#"Digest username="x\"y", realm="a \"b\", c=\"d\\", nonce="n""#))
    #expect(!text.contains("nc="))
  }
}
