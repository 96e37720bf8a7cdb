import Accord

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A run of many steps: `ACCORD_BROWSER_STEPS` of them, one in a hundred of which fails where
/// `ACCORD_BROWSER_FAILURES` is set.
let many = Contract("Market API, many times over") {
  for family in ["offers", "sellers", "reviews", "baskets", "parcels"] {
    Resource("/\(family)/{id}", .tags("many")) {
      for number in 1...((stepCount ?? 5) / 5) { record(of: family, number) }
    }
  }
}

func record(of family: String, _ number: Int) -> Step {
  let fails = variable("ACCORD_BROWSER_FAILURES") != nil && number % 100 == 0
  return Get("/\(family)/\(number)").expect(200) {
    Header(.contentType, .hasPrefix("application/json"))
    JSON(["id": .integer(1...), "name": fails ? "someone else" : .string])
    JSON("$.email", .email)
  }
}

let stepCount = variable("ACCORD_BROWSER_STEPS").flatMap { Int($0) }

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
