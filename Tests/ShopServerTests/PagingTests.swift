import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AccordShopServer

@Suite("Paging")
struct PagingTests {
  @Test(
    "A page links to its neighbours",
    arguments: [
      ("/users", 10, ["first": 1, "last": 3, "next": 2]),
      ("/users?limit=10&page=2", 10, ["first": 1, "last": 3, "prev": 1, "next": 3]),
      ("/users?limit=10&page=3", 5, ["first": 1, "last": 3, "prev": 2]),
      ("/users?limit=100", 25, ["first": 1, "last": 1]),
      ("/users?limit=10&page=99", 0, ["first": 1, "last": 3, "prev": 3]),
    ])
  func links(_ target: String, count: Int, relations: [String: Int]) async throws {
    let answer = try await Shop.answer(to: Probe(.get, target))
    #expect(answer.text.split(separator: "\"name\"").count - 1 == count)
    #expect(answer.text.contains("\"total\":25"))
    let link = try #require(answer.headers[.link])
    var found: [String: Int] = [:]
    for element in link.split(separator: ", ") {
      let parts = element.split(separator: ">; rel=")
      let page = try #require(parts[0].split(separator: "page=").last.flatMap { Int($0) })
      found[parts[1].filter { $0 != "\"" }] = page
    }
    #expect(found == relations)
  }

  @Test("Following next meets each user once")
  func walk() async throws {
    let total = try await Shop.open { client in
      var ids: [Int] = []
      for page in 1...4 {
        let target = "/users?limit=7&page=\(page)"
        let answer = try await client.send(Probe(.get, target))
        for part in answer.text.split(separator: "\"id\":").dropFirst() {
          ids.append(try #require(Int(part.prefix { $0.isNumber })))
        }
        #expect((answer.headers[.link]?.contains("next") ?? false) == (page < 4))
      }
      return ids
    }
    #expect(total == Array(1...25))
  }

  @Test(
    "A limit or page out of bounds is a mistake",
    arguments: ["limit=0", "limit=101", "limit=-1", "limit=", "limit=ten", "page=0", "page=x"])
  func outOfBounds(_ query: String) async throws {
    #expect(try await Shop.answer(to: Probe(.get, "/users?\(query)")).status == .badRequest)
  }
}
