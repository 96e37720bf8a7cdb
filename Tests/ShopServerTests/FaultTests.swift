import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AccordShopServer

@Suite("Faults")
struct FaultTests {
  @Test("A fault is seen by a client", arguments: Witness.all)
  func visible(_ witness: Witness) async throws {
    let fault = try #require(Fault.named(witness.fault))
    let correct = try await witness.transcript()
    let again = try await witness.transcript()
    let faulty = try await witness.transcript(with: [fault])
    #expect(correct == again)
    #expect(correct != faulty)
    #expect(correct.allSatisfy { !$0.hasSuffix("no answer") })
  }

  @Test("The slow list is slow")
  func slowList() async throws {
    let fault = try #require(Fault.named("slow-list"))
    let probe = Probe(.get, "/users")
    let duration = try await Shop.open([fault]) { client in
      try await ContinuousClock().measure { _ = try await client.send(probe) }
    }
    #expect(duration >= .milliseconds(800))
  }

  @Test("Each fault has a name of its own, a sentence, and a witness")
  func named() {
    let names = Fault.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names) == Set(Witness.all.map(\.fault) + ["slow-list"]))
    for fault in Fault.all { #expect(fault.sentence.hasSuffix(".")) }
  }

  @Test("Each fault is one of the contract or of a rule, and says so in one word")
  func noticed() {
    for fault in Fault.all {
      #expect(fault.isOfContract || fault.rule != nil, "\(fault.name)")
      #expect(fault.rule != nil || fault.companions.isEmpty, "\(fault.name)")
      #expect(!fault.companions.contains(fault.rule ?? ""), "\(fault.name)")
      #expect(!fault.noticedBy.contains(" "), "\(fault.name)")
    }
    #expect(Fault.all.filter { !$0.isOfContract }.count >= 46)
  }

  @Test("Faults leave alone what is not theirs", arguments: Fault.all.map(\.name))
  func elsewhere(_ name: String) async throws {
    let fault = try #require(Fault.named(name))
    let elsewhere = [
      Probe(.get, "/users/2"), Probe(.get, "/products/3"), Probe(.get, "/cart"),
      Probe(.get, "/users"), Probe(.get, "/health"), Probe(.get, "/me"), Probe(.get, "/products"),
    ].filter { !fault.place.contains(Request($0)) }
    let correct = try await Shop.open { try await $0.transcript(of: elsewhere) }
    let faulty = try await Shop.open([fault]) { try await $0.transcript(of: elsewhere) }
    #expect(correct == faulty)
  }

  @Test("Two faults at one place act both")
  func together() async throws {
    let faults = try ["created-as-200", "created-without-location"].map {
      try #require(Fault.named($0))
    }
    let answer = try await Shop.open(faults.reversed()) { client in
      try await client.send(.json(.post, "/cart", #"{"product":7,"quantity":2}"#))
    }
    #expect(answer.status == .ok)
    #expect(answer.headers[.location] == nil)
  }
}
