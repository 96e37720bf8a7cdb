import HTTPTypes
import Hummingbird

extension Fault {
  /// Links lead nowhere, or the pages behind them do not make up the list (RFC 8288).
  static let linkFaults = [
    Fault(
      of: "link.targets-resolve", "link-leads-nowhere",
      "The link of GET /users to the last page leads to a 400.", at: .on(.get, "/users")
    ) { visit in
      let response = try await visit.forward()
      let links = response.headers[.link]?.split(separator: ", ").map { link in
        link.hasSuffix(#"rel="last""#) ? #"</users?page=last>; rel="last""# : String(link)
      }
      return response.with(.link, links?.joined(separator: ", "))
    },
    Fault(
      of: "link.next-no-duplicates", "page-repeats-user",
      "Each page of GET /users but the first begins with the last user of the one before.",
      at: .on(.get, "/users")
    ) { visit in
      guard let page = visit.request.uri.queryParameters["page"].flatMap({ Int($0) }), page > 1
      else {
        return try await visit.forward()
      }
      let limit = visit.request.uri.queryParameters["limit"].map(String.init) ?? "10"
      let before = try await visit.ask(.get, at: "/users?limit=\(limit)&page=\(page - 1)").json()
      return try await visit.forwardEditingJSON { list in
        guard case .array(var users)? = list["users"], !users.isEmpty,
          case .array(let others)? = before?["users"], let last = others.last
        else { return }
        users[0] = last
        list["users"] = .array(users)
      }
    },
    Fault(
      of: "link.rel-present", "link-without-rel",
      "The link of GET /users to the last page has no rel.",
      at: .on(.get, "/users")
    ) { visit in
      let response = try await visit.forward()
      return response.with(
        .link, response.headers[.link]?.replacing(#"; rel="last""#, with: #"; title="last""#))
    },
    Fault(
      of: "link.syntax", "link-without-brackets",
      "The links of GET /users have no angle brackets.", at: .on(.get, "/users")
    ) { visit in
      let response = try await visit.forward()
      return response.with(.link, response.headers[.link].map { $0.filter { !"<>".contains($0) } })
    },
  ]
}
