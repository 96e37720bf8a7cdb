internal import AccordDocuments

/// An XML document that a contract writes down, or a file with one.
///
///     XML(equals: "<cart><item product='\(product)'/></cart>")
///     XML(equals: .file("Fixtures/cart.xml"))
///
/// Values of variables are escaped as character data (XML 1.0 section 2.4).
public struct XMLText: Sendable {
  package enum Kind: Sendable {
    case text(Template)
    case file(String)
  }

  package let kind: Kind

  /// A file, looked for in the working directory, then beside the contract's own file, then below
  /// `--source-root`.
  public static func file(_ path: String) -> XMLText { XMLText(kind: .file(path)) }

  /// A document that is known where the contract is made.
  public static func text(_ text: String) -> XMLText { XMLText(kind: .text(Template(text))) }
}

extension XMLText: ExpressibleByStringInterpolation {
  /// This document.
  public init(stringLiteral text: String) { kind = .text(Template(text)) }
  /// This document, with variables in it.
  public init(stringInterpolation: Template.StringInterpolation) {
    kind = .text(Template(stringInterpolation: stringInterpolation))
  }
}

extension Template {
  /// The template with the values of its variables as character data (XML 1.0 section 2.4).
  ///
  /// A variable that is not bound is nothing.
  package func xml(_ bindings: Bindings) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .variable(let variable):
        text += CharacterData.escape(bindings[variable]?.text ?? "")
      }
    }
    return text
  }
}
