import Accord

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is measured, chosen from outside, since the command line is Accord's own:
/// `ACCORD_BENCHMARK_STEPS` steps, which `ACCORD_BENCHMARK_SHAPE=scenario` puts into one scenario.
let measured = Contract("Benchmark") {
  if variable("ACCORD_BENCHMARK_SHAPE") == "scenario" {
    Scenario("One after another") {
      for number in 1...stepCount { user(number) }
    }
  } else {
    Resource("/users/{id}") {
      for number in 1...stepCount { user(number) }
    }
  }
}

/// A step as contracts have it: a status, one field and two expectations of JSON.
func user(_ number: Int) -> Step {
  Get("/users/\(number)").expect(200) {
    Header(.contentType, .hasPrefix("application/json"))
    JSON(["id": .integer(1...), "name": "Ada Lovelace"])
    JSON("$.email", .email)
  }
}

let stepCount = variable("ACCORD_BENCHMARK_STEPS").flatMap { Int($0) } ?? 1

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
