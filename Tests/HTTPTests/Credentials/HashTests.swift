import AccordHTTP
import Testing

@Suite("Hashes")
struct HashTests {
  /// The examples of FIPS 180-4 and of NIST's vectors for messages of octets, and lengths about the
  /// ends of blocks, computed by OpenSSL.
  private static let examples: [(message: String, digest: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ]

  @Test("SHA-256 gives what FIPS 180-4 says", arguments: examples)
  func sha256(message: String, digest: String) {
    #expect(SHA256.digest(message.utf8).hexadecimal == digest)
  }

  @Test("SHA-256 of a million letters")
  func million() {
    #expect(
      SHA256.digest(repeatElement(UInt8(ascii: "a"), count: 1_000_000)).hexadecimal
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("The padding is right at each length about a block's end", arguments: counts)
  func lengths(count: Int, sha256: String, md5: String) {
    let message = repeatElement(UInt8(ascii: "x"), count: count)
    #expect(SHA256.digest(message).hexadecimal == sha256)
    #expect(MD5.digest(message).hexadecimal == md5)
  }

  private static let counts: [(Int, String, String)] = [
    (
      1, "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
      "9dd4e461268c8034f5c8564e155c67a6"
    ),
    (
      55, "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072",
      "04364420e25c512fd958a70738aa8f72"
    ),
    (
      56, "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e",
      "668a72d5ba17f08e62dabcafad6db14b"
    ),
    (
      57, "ae14a2563ccf969d99aca69ce6bb74981f734bbf9f655f73b8f06db68cab5217",
      "693037871c4a9d3d8685018905cb530a"
    ),
    (
      63, "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2",
      "7dc2ca208106a2f703567bdff99d8981"
    ),
    (
      64, "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c",
      "c1bb4f81d892b2d57947682aeb252456"
    ),
    (
      65, "9537c5fdf120482f7d58d25e9ed583f52c02b4e304ea814db1633ad565aed7e9",
      "1bc932052302d074bdec39795fe00cf6"
    ),
    (
      119, "000b48d4edf0fa7bee3c6236ecd2785baa5db4eeb8bb54341b029e0d9fa5fb0c",
      "ab347a5f68c8a443cfcddc633f12c24f"
    ),
    (
      120, "13f05a0b594787f5ecd315edc96141bd3243203d1b7d4f0836f37308b276ba98",
      "fb98667f98096de92620b64f46e1c5b5"
    ),
    (
      128, "24da1b81d0b16df6428eee73c69fcb2a93c76bc6df706f0c6670fe6bfe800464",
      "d69cb61a6ee87200676eb0d4b90edbcb"
    ),
    (
      1000, "44f8354494a5ba03ba1792a8d3e9c534c47a9181980fde7a3f44b06ef2ae7c7f",
      "398533d48111e9f664b1f64cb10c4b63"
    ),
  ]

  @Test(
    "MD5 gives what RFC 1321 says",
    arguments: [
      ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
      ("abc", "900150983cd24fb0d6963f7d28e17f72"),
      ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
      ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
      (
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
        "d174ab98d277d9f5a5611c2c9f419d9f"
      ),
      (
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        "57edf4a22be3c955ac49da2e2107b67a"
      ),
    ])
  func md5(message: String, digest: String) {
    #expect(MD5.digest(message.utf8).hexadecimal == digest)
  }

  @Test("HMAC gives what RFC 4231 says")
  func hmac() {
    #expect(
      HMAC.sha256("Hi There".utf8, key: [UInt8](repeating: 0x0B, count: 20)).hexadecimal
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    #expect(
      HMAC.sha256("what do ya want for nothing?".utf8, key: Array("Jefe".utf8)).hexadecimal
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(
      HMAC.sha256(
        "Test Using Larger Than Block-Size Key - Hash Key First".utf8,
        key: [UInt8](repeating: 0xAA, count: 131)
      ).hexadecimal == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }
}
