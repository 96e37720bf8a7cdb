import AccordHTTP
import AccordTestSupport
import Testing

@testable import AccordConformance

@Suite("Places that are not the probe's")
struct ForeignPlaceTests {
  private static let throwaway: Set<SafetyClass> = [.readOnly, .throwaway]

  /// A collection of the same server without a template.
  private static func target(_ path: String, samples: [String]) -> ProbeTarget {
    var collection = ProbedCollection()
    collection.samples = samples.map { ProbeContent.json($0) }
    return ProbeTarget(name: path, url: ModelSender.url(path), kind: .collection(collection))
  }

  /// The collection of the model, with a template or without.
  private static func items(hasTemplate: Bool) -> ProbeTarget {
    guard !hasTemplate, var collection = ModelSender.items.collection else {
      return ModelSender.items
    }
    collection.item = nil
    return ProbeTarget(
      name: "/items", url: ModelSender.url("/items"), kind: .collection(collection))
  }

  private static func answer(
    _ status: Int, _ text: String = "", location: String? = nil
  ) -> HTTPResponse {
    let fields =
      [
        ("Content-Type", "application/json"), ("Content-Length", "\(text.utf8.count)"),
        ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"),
      ] + (location.map { [("Location", $0)] } ?? [])
    return HTTPResponse(status: status, fields: HTTPFields(fields), body: Array(text.utf8))
  }

  @Test(
    "A URL among the members of what is listed is somebody else's, unless it is below the collection",
    arguments: ["https://hooks.example.com/x", "http://model.test/reports/1"])
  func webhooks(url: String) {
    let sample = #"{"url":"\#(url)","event":"paid"}"#
    var made: [Int] = []
    var count = 0
    let sender = AlteredSender { request, _ in
      switch request.method {
      case "POST":
        count += 1
        made.append(count)
        return Self.answer(201)
      case "GET" where request.url == ModelSender.url("/webhooks"):
        let list = made.map { #"{"webhook_id":\#($0),"url":"\#(url)","event":"paid"}"# }
        return Self.answer(200, "[\(list.joined(separator: ","))]")
      default: return Self.answer(404)
      }
    }
    let run = ProbeRun(
      sender, Self.target("/webhooks", samples: [sample]), allowing: Self.throwaway)
    #expect(!made.isEmpty)
    #expect(!sender.sent.contains { $0.url == url })
    #expect(!run.left.isEmpty)
  }

  @Test("A link to another server is not followed", arguments: [true, false])
  func links(isHeader: Bool) {
    let hostile = "http://169.254.169.254/latest/meta-data"
    let sender = AlteredSender { request, answer in
      let response = answer(request)
      guard request.method == "GET", request.place == "/items" else { return response }
      return isHeader
        ? response.with("Link", "<\(hostile)>; rel=\"item next first\"")
        : Self.answer(200, #"{"next":"\#(hostile)","items":["\#(hostile)"]}"#)
    }
    _ = ProbeRun(sender, Self.items(hasTemplate: false), allowing: [.readOnly])
    #expect(!sender.sent.isEmpty)
    #expect(!sender.sent.contains { !$0.url.hasPrefix(ModelSender.origin) })
  }

  @Test("No study can send to another server, even if it wants to")
  func gate() {
    let others = [
      "http://other.test/items/1", "https://model.test/items/1", "http://model.test:81/items",
      "http://model.test@other.test/items", "http://user:word@model.test/items", "items",
    ]
    let sender = AlteredSender { _, _ in Self.answer(200) }
    let probe = Probe(
      ModelSender.items, allowing: Set(SafetyClass.allCases), token: "t", sender: sender)
    for other in others {
      #expect(throws: Obstacle.self, "\(other)") { try probe.read(other) }
      #expect(throws: Obstacle.self, "\(other)") {
        try probe.write(HTTPRequest(method: "DELETE", url: other))
      }
    }
    #expect(sender.sent.isEmpty)
    for own in ["http://model.test:80/items", "HTTP://MODEL.test/items/[1]"] {
      #expect(throws: Never.self, "\(own)") { try probe.read(own) }
    }
    #expect(sender.sent.count == 2)
  }

  @Test(
    "A Location that leads out of the collection is neither changed nor removed",
    arguments: [
      "/dashboard", "/users/42", "/items-archive/7", "/items/?id=7", "/items/%2e%2e", "/items/1/2/",
    ], [201, 303])
  func locations(location: String, status: Int) {
    for hasTemplate in [true, false] {
      // Without a template everything below the collection may be an item.
      if !hasTemplate, location == "/items/1/2/" { continue }
      let sender = AlteredSender { request, answer in
        if request.url == ModelSender.url(location) { return Self.answer(204) }
        let response = answer(request)
        guard request.method == "POST", response.status == 201 else { return response }
        return response.with(status: status).with("Location", location)
      }
      let run = ProbeRun(
        sender, Self.items(hasTemplate: hasTemplate), allowing: Self.throwaway)
      let writes = sender.sent.filter { !$0.isSafe }
      #expect(!writes.isEmpty)
      #expect(!writes.contains { $0.url == ModelSender.url(location) }, "\(hasTemplate)")
      for id in sender.inner.api.ids.dropFirst(5) {
        #expect(!run.left.isEmpty, "\(hasTemplate): \(id) is left and not told")
      }
    }
  }

  /// Lists of which not all is shown, or not under the name that Location has.
  enum PartialList: CaseIterable {
    case dozen, thirteen, countOfPage, otherCase, newestFirst

    var location: String {
      self == .otherCase ? "/items/alice" : "/items/300"
    }

    /// What is listed, before and after the item was changed.
    func text(isChanged: Bool) -> String {
      let all = { (count: Int) in (1...count).map { #"{"id":\#($0)}"# } }
      switch self {
      case .dozen: return "[\(all(12).joined(separator: ","))]"
      case .thirteen: return "[\(all(13).joined(separator: ","))]"
      case .countOfPage: return #"{"count":20,"items":[\#(all(20).joined(separator: ","))]}"#
      case .otherCase: return #"[{"id":"Alice"}]"#
      case .newestFirst:
        let changed = #"{"id":300,"name":"lamp","quantity":2,"note":"fragile","tags":["a","b"]}"#
        let list = isChanged ? [changed] + all(12) : all(13)
        return "[\(list.joined(separator: ","))]"
      }
    }
  }

  @Test(
    "What was there and is not listed is not removed, though a POST says it made it",
    arguments: PartialList.allCases, [true, false])
  func unlisted(_ list: PartialList, hasLocation: Bool) {
    var isChanged = false
    let sender = AlteredSender { request, _ in
      switch request.method {
      case "POST":
        isChanged = true
        return Self.answer(201, location: hasLocation ? list.location : nil)
      case "GET" where request.url == ModelSender.url("/items"):
        return Self.answer(200, list.text(isChanged: isChanged))
      case "GET", "HEAD": return Self.answer(200, #"{"id":300}"#)
      default: return Self.answer(204)
      }
    }
    let run = ProbeRun(sender, allowing: Self.throwaway)
    #expect(isChanged)
    #expect(!sender.sent.contains { $0.method == "DELETE" || $0.method == "PATCH" })
    #expect(run["rest.lifecycle.created-listed"]?.broken == 0)
    #expect(!run.left.isEmpty)
  }

  @Test("Content with a member more may change what is there, where the first made something")
  func keyedByMember() throws {
    let target = Self.target(
      "/items", samples: [#"{"name":"lamp","quantity":2}"#, #"{"name":"b","sku":"3"}"#])
    let sender = AlteredSender { request, answer in
      let sent = if case .bytes(let octets) = request.content { octets } else { [UInt8]() }
      guard request.method == "POST", String(decoding: sent, as: UTF8.self).contains("sku") else {
        // No list tells what is there.
        return request.method == "GET" && request.place == "/items"
          ? Self.answer(404) : answer(request)
      }
      return Self.answer(201, location: "/items/3")
    }
    _ = ProbeRun(sender, target, allowing: Self.throwaway)
    #expect(sender.sent.contains { $0.method == "DELETE" })
    #expect(!sender.sent.contains { !$0.isSafe && $0.url == ModelSender.url("/items/3") })
    #expect(sender.inner.api.ids.contains("3"))
  }
}

extension ForeignPlaceTests {
  @Test("What may be changed by leave is not removed for that", arguments: [200, 400, 500])
  func changed(status: Int) throws {
    let url = ModelSender.url("/items/3")
    let sender = AlteredSender { request, answer in
      request.method == "PUT" ? Self.answer(status) : answer(request)
    }
    let probe = Probe(
      ModelSender.items, allowing: [.readOnly, .throwaway, .mutating], token: "t", sender: sender)
    _ = try probe.change("PUT", url, .json(#"{"name":"table","quantity":7}"#))
    #expect(probe.cleanUp().isEmpty)
    #expect(sender.sent.map(\.method) == ["PUT"])
  }
}

extension HTTPRequest {
  /// Whether the method is one that changes nothing (RFC 9110 section 9.2.1).
  var isSafe: Bool { ["GET", "HEAD", "OPTIONS", "TRACE"].contains(method) }
}
