import AccordHTTP
import Testing

@Suite("netrc")
struct NetrcTests {
  private static let text = """
    # machine comment.test login a password b
    machine api.test login ada password lovelace
    machine QUOTED.test
      login "grace hopper"
      password "a \\"b\\" \\\\ c#"
    machine short.test login only account x
    macdef init
    machine macro.test login m password m

    machine after.test password p# login l
    machine api.test login second password second
    """

  @Test(
    "The login of a host is the first that names it",
    arguments: [
      ("api.test", "ada", "lovelace"), ("API.test", "ada", "lovelace"),
      ("quoted.test", "grace hopper", #"a "b" \ c#"#), ("short.test", "only", ""),
      ("after.test", "l", "p#"),
    ])
  func login(host: String, user: String, password: String) throws {
    let login = try #require(Netrc(parsing: Self.text).login(for: host))
    #expect(login.user == user)
    #expect(login.password == password)
  }

  @Test("Other hosts have none", arguments: ["comment.test", "macro.test", "test", ""])
  func none(host: String) {
    #expect(Netrc(parsing: Self.text).login(for: host) == nil)
  }

  @Test("The default is for every host that was not named before it")
  func standard() {
    let netrc = Netrc(parsing: "machine a login x password y default login d password e")
    #expect(netrc.login(for: "a")?.user == "x")
    #expect(netrc.login(for: "b")?.user == "d")
  }

  @Test(
    "What is no netrc has no logins and does no harm",
    arguments: ["", "\"", "machine", "login a", "password", "machine a login", "macdef", "\u{0}"])
  func garbage(text: String) {
    #expect(Netrc(parsing: text).login(for: "b") == nil)
  }
}
