internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 9.3.2: what HEAD has in common with GET.
  static let headFields = RuleSection(
    .rfc9110, "9.3.2",
    [
      Rule(
        "http.head.status-matches-get", .convention, .methods,
        "HEAD has GET's response code, whether there is something or not.",
        remedy: "Let HEAD go the whole way that GET goes, and leave the content out at the end.",
        dependsOn: ["http.head.supported"],
        active: .of(HeadStatuses.self) { study throws(Obstacle) in
          guard let present = study.present.agreed(\.status) else {
            throw .prevents("\(study.present.heads[0].requestLine) is not always answered alike")
          }
          try study.present.heads[1].answered()
          if present.get != present.head {
            return .violation(
              Evidence(
                part: .status, problem: "is another one to HEAD than to GET",
                quote: "\(present.get) → \(present.head)",
                exhibits: study.present.exhibits(.status)))
          }
          guard let absent = study.absent, absent.get.isStatus(400...499),
            let head = absent.heads.last, head.status == absent.heads[0].status,
            head.status != absent.get.status, (try? head.answered()) != nil,
            (try? absent.get.answered()) != nil
          else { return .conforms }
          return .violation(
            Evidence(
              part: .status, problem: "is another one to HEAD of what is not there than to GET",
              quote: "\(absent.get.status) → \(head.status)",
              exhibits: [
                Exhibit("GET", absent.get.exchange, .status),
                Exhibit("HEAD", head.exchange, .status),
              ]))
        }),
      Rule(
        "http.head.matches-get", .should, .methods,
        "HEAD has the fields that GET has, as far as they are known without the content.",
        remedy: "Build the head as for GET, and leave the content out at the end.",
        dependsOn: ["http.head.supported", "http.head.status-matches-get"],
        active: .of(Heads.self) { study throws(Obstacle) in
          let study = try study.succeeding()
          var verdict = Verdict.conforms
          for field in HeadField.all {
            guard let lines = study.agreed({ $0.line(field.name) }), let get = lines.get else {
              continue
            }
            let problem: String
            switch lines.head {
            case nil where field.isExpected: problem = "is missing from the answer to HEAD"
            case let head? where field.isOther(get, head):
              problem = "is another one in the answer to HEAD"
            default: continue
            }
            verdict.take(
              .violation(
                Evidence(
                  part: .field(field.name), problem: problem,
                  quote: lines.head.map { "\(get) → \($0)" } ?? get,
                  level: lines.head == nil ? field.levelWhereMissing : nil,
                  exhibits: study.exhibits(.field(field.name)))))
          }
          return verdict
        }),
    ])
}

/// A field that HEAD and GET have in common.
///
/// Others say something of the message, not of the resource, or are made with the content, as
/// Content-Length and Vary: those may be left out (section 9.3.2).
private struct HeadField {
  let name: String
  /// Whether HEAD has it if GET has.
  var isExpected = true
  /// Whether values are compared.
  var hasOneValue = false
  /// The level where it is missing, if that is not the rule's: what may be made of the content.
  var levelWhereMissing: RuleLevel?

  /// Whether two values mean something else.
  func isOther(_ get: String, _ head: String) -> Bool {
    guard hasOneValue else { return false }
    if name == "Content-Type" {
      let types = [get, head].map { MediaType(parsing: Array($0.utf8)[...])?.essence ?? $0 }
      return types[0] != types[1]
    }
    return get != head
  }

  static let all = [
    HeadField(name: "Content-Type", hasOneValue: true),
    HeadField(name: "Cache-Control", hasOneValue: true),
    HeadField(name: "ETag", hasOneValue: true, levelWhereMissing: .may),
    HeadField(name: "Last-Modified", levelWhereMissing: .may),
    HeadField(name: "Content-Language"), HeadField(name: "Content-Location"),
    HeadField(name: "Link", levelWhereMissing: .may),
    HeadField(name: "Vary", isExpected: false, hasOneValue: true),
  ]
}
