package import Accord

/// Every place with every text, and every name that an author chooses with each of them.
package enum HijackContract {
  package static let contract = Contract("Hijack \(HostileText.all[0].text)") {
    for echo in Echo.all {
      for text in HostileText.all {
        echo.component(path(echo, text), named: "\(echo.name): \(text.name)")
      }
    }
    for echo in Echo.all { echo.component(path(echo, .long), named: "\(echo.name): long") }
    for text in HostileText.all {
      names(text)
    }
  }

  package static func path(_ echo: Echo, _ text: HostileText) -> String {
    "/\(echo.name)/\(text.name)"
  }

  private static func names(_ text: HostileText) -> Scenario {
    Scenario("\(text.text)", .tags(Tag(text.text))) {
      Get("/plain/a").named("a \(text.text)").expect(200) { Check(text.text) { _ in false } }
      Get("/plain/b").named("b \(text.text)").tags(Tag(text.text)).expect(200)
      Get("/plain/c").named("c \(text.text)").disabled(text.text).expect(200)
      Get("/plain/d").named("d \(text.text)").knownIssue(text.text).expect(404)
      Get("/plain/e").named("\(text.text) e").query("q", text.text).form(["f": "\(text.text)"])
        .expect(404)
    }
  }
}
