/// What holds for a contract, a group, a resource or a scenario and for everything below it.
///
/// A trait further in wins over one further out; tags add up.
public struct Trait: Sendable {
  /// The traits there are.
  ///
  /// Which element may carry which is checked when the contract is planned.
  package enum Kind: Sendable {
    case tags([Tag])
    case disabled(String)
    case knownIssue(String)
    case timeout(Duration)
    case connectTimeout(Duration)
    case serialized
    case authorization(Authorization)
    case field(FieldName, Template?)
    case userAgent(String)
    case baseURL(String)
    case tls(TLSTrait)
    case proxy(ProxyTrait)
    case transport(TransportTrait)
    case conformance(ConformanceTrait)
    case conformanceSetting(ConformanceSetting)
    case cookies
    case linkOrigins([String])
    case example(name: String, value: TemplateValue)
    case allows([Method], probing: Probing, location: SourceLocation)
  }

  package let kind: Kind

  /// Creates a trait of a kind.
  package init(kind: Kind) { self.kind = kind }

  /// Adds words by which steps are chosen: `--tag`, `--skip-tag`.
  public static func tags(_ tags: Tag...) -> Trait { Trait(kind: .tags(tags)) }

  /// Skips everything below, with this reason in every report.
  public static func disabled(_ reason: String) -> Trait { Trait(kind: .disabled(reason)) }

  /// Failures below are *known* and do not fail the run; steps that pass are named as *fixed*.
  ///
  /// So are the rules that targets of a `Conformance` break.
  public static func knownIssue(_ reason: String) -> Trait { Trait(kind: .knownIssue(reason)) }

  /// How long one exchange may take in all.
  public static func timeout(_ limit: Duration) -> Trait { Trait(kind: .timeout(limit)) }

  /// How long connecting (name lookup and TLS included) may take.
  public static func connectTimeout(_ limit: Duration) -> Trait {
    Trait(kind: .connectTimeout(limit))
  }

  /// Runs the steps and scenarios below one after another, in their order.
  public static let serialized = Trait(kind: .serialized)

  /// The credentials of every request below (RFC 9110 section 11).
  public static func auth(_ authorization: Authorization) -> Trait {
    Trait(kind: .authorization(authorization))
  }

  /// A field of every request below; `nil` removes a field that is sent by default.
  public static func header(_ name: FieldName, _ value: Template?) -> Trait {
    Trait(kind: .field(name, value))
  }

  /// Who asks, in place of `accord/VERSION`: a product, and after it what else there is to say
  /// (RFC 9110 section 10.1.5).
  ///
  ///     Contract("Shop API", .userAgent("shop-gate/1.2 (+https://example.com/gate)")) { … }
  ///
  /// `--user-agent` wins over the contract's; one further in, and `.header("User-Agent", …)` of a step,
  /// win over both.
  public static func userAgent(_ value: String) -> Trait { Trait(kind: .userAgent(value)) }

  /// The URL below which the contract's paths stand; `--url` and `ACCORD_URL` win over it.
  public static func baseURL(_ url: String) -> Trait { Trait(kind: .baseURL(url)) }

  /// Keeps cookies (RFC 6265) from step to step of a scenario.
  public static let cookies = Trait(kind: .cookies)

  /// Origins besides the base URL's, such as `https://files.example.com`, to which a captured link
  /// may lead.
  public static func linkOrigins(_ origins: String...) -> Trait {
    Trait(kind: .linkOrigins(origins))
  }

  /// The value that stands for `{name}` where a resource is probed for `.allows`:
  /// `.example("id", 7)`, for `{/path*}` also a list: `.example("path", ["a", "b"])`.
  ///
  /// It need not exist: choose one that no other step works on. It is expanded as the value of a
  /// step is (RFC 6570 section 3). Variables of `{?…}` and `{&…}` need none.
  public static func example(_ name: String, _ value: TemplateValue) -> Trait {
    Trait(kind: .example(name: name, value: value))
  }

  /// The complete set of a resource's methods.
  ///
  /// The others of GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS must be answered 405 with an
  /// `Allow` field that lists the set (RFC 9110 section 15.5.6), or 501. HEAD may follow GET, and
  /// OPTIONS may be answered, without being named. Methods that are not safe are sent only where
  /// `probing` is `.unsafe` or `--probe-unsafe` is given, without content and with an `If-Match`
  /// that cannot hold.
  public static func allows(
    _ methods: Method..., probing: Probing = .safe, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Trait {
    let location = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
    return Trait(kind: .allows(methods, probing: probing, location: location))
  }
}

/// Which methods `.allows` may send that the contract does not declare.
public enum Probing: Sendable {
  /// GET, HEAD and OPTIONS.
  case safe
  /// POST, PUT, PATCH and DELETE as well.
  case unsafe
}
