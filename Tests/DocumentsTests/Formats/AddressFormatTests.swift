import AccordDocuments
import Testing

struct AddressFormatTests {
  @Test(arguments: [
    "ada@example.com", "a+b@localhost", "!#$%&'*+-/=?^_`{|}~@example.com", #""\"\\ "@example.com"#,
    "\"\"@example.com", "a@1-2.example", "a@[001.002.003.255]", "a@[ipv6:1:2:3:4:5:6::]",
    "a@[IPv6:1:2:3:4::127.0.0.1]", "a@[IPv6:1:2:3:4:5:6:7:8]", "a@[IPv6:1:2:3:4:5:6:127.0.0.1]",
    String(repeating: "a", count: 64) + "@example.com",
    "a@" + String(repeating: "b", count: 63) + ".com",
  ])
  func `A mailbox is one`(text: String) {
    #expect(TextFormat.email.accepts(text))
  }

  @Test(arguments: [
    "ada", "ada@", "@example.com", "ada@example..com", "ada@-a.com", "ada@a-.com", "ada@a_b.com",
    "ada@example.com.", "a@b@c", "\"a\"b\"@example.com", "\"a\\\"@example.com", "\"é\"@example.com",
    "ä@example.com", "ada@bücher.example", " ada@example.com", "ada@example.com\n", "<a@b>",
    "a@[1.2.3]", "a@[1.2.3.4", "a@[IPv6:]", "a@[IPv6:1:2:3:4:5:6:7]", "a@[IPv6::1::2]",
    // "::" stands for two groups at least.
    "a@[IPv6:1:2:3:4:5:6:7::]", "a@[IPv6:1:2:3:4:5::127.0.0.1]", "a@[IPv6:127.0.0.1::1]",
    "a@[IPv5:1]", "a@[]", "a@[IPv6:12345::]",
    String(repeating: "a", count: 65) + "@example.com",
    "a@" + String(repeating: "b", count: 64) + ".com",
    "a@" + String(repeating: "bcdefgh.", count: 31) + "label",
  ])
  func `What is no mailbox is refused`(text: String) {
    #expect(!TextFormat.email.accepts(text))
  }

  @Test(arguments: [
    "a:", "a:b", "a:/", "a:/b", "a:b//c", "a://", "a:///b", "a+1.-://h", "http://[::]:",
    "http://[1:2:3:4:5:6:7::]", "http://[::2:3:4:5:6:7:8]", "http://[1:2:3:4:5:6:1.2.3.4]",
    "http://[::1.2.3.4]/", "http://[v1F.a:b!]", "http://u:p@h:80/%20?/?:@#/?", "http://%C3%A9",
    "http://[1:2:3:4:5:6:7:8]:65536/", "urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380",
  ])
  func `A URI has a scheme and parts that are right`(text: String) {
    #expect(TextFormat.uri.accepts(text))
  }

  @Test(arguments: [
    "", ":", "a", "1:b", "//h", "/p", "?q", "a:é", "http://h/ ", "http://h/[", "http://h?[]",
    "http://h#a#b", "http://h:a", "http://h:1:2", "http://u@v@h", "http://[::1", "http://::1",
    "http://[]", "http://[:]", "http://[:::]", "http://[1::2::3]", "http://[1:2:3:4:5:6:7:8:9]",
    "http://[1:2:3:4:5:6:7]", "http://[1:2:3:4:5:6:7::8]", "http://[g::]", "http://[::1]a",
    "http://[::1%25eth0]", "http://[::256.1.1.1]", "http://[::1.1.1]", "http://[1.2.3.4::]",
    "http://[1.2.3.4]", "http://[v.a]", "http://[v1.]", "http://[v1.%41]", "http://[vg.a]",
    "http://h/%", "http://h/%4", "http://h?%zz", "http://h#%4", "http://%4@h", "http://h\u{0}",
  ])
  func `What is no URI is refused`(text: String) {
    #expect(!TextFormat.uri.accepts(text))
  }
}
