internal import AccordDocuments

extension RuleSection {
  /// RFC 7303 section 4.1: content that is called XML.
  static let xmlContent = RuleSection(
    .rfc7303, "4.1",
    [
      Rule(
        "xml.well-formed", .must, .content,
        "Content that is called XML is a well-formed document.",
        remedy: "Write XML with a library that escapes text and closes elements.",
        dependsOn: [
          "http.content-encoding.truthful", "http.content-type.syntax",
          "http.content-length.correct",
        ]
      ) { exchange in
        guard exchange.mediaType?.isXML == true, let content = exchange.content else {
          return .notApplicable
        }
        do throws(XMLSyntaxError) {
          _ = try XMLTree(
            parsing: content,
            charset: exchange.fidelity == .exact ? exchange.mediaType?.charset : nil,
            limits: .answer)
          return .conforms
        } catch {
          if exchange.isEndedByClose { return .inconclusive("the connection may have ended early") }
          if error.isLimit { return .inconclusive("it goes beyond what is read here") }
          // What is wrong with namespaces is no matter of XML 1.0 itself (Namespaces in XML section 7).
          if error.isOfNamespaces { return .inconclusive("its namespaces are not declared right") }
          return .violation(.content, "is no well-formed XML: \(error)")
        }
      }
    ])
}
