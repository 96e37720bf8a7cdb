internal import CAccordXML

/// One pass of libxml2's parser over a document, guarded.
struct XMLParsing {
  let limits: XMLLimits
  private(set) var ledger: XMLEntityLedger

  init(limits: XMLLimits) {
    self.limits = limits
    ledger = XMLEntityLedger(maximumExpansion: limits.maximumExpansion)
  }

  /// Parses; the caller owns the document.
  ///
  /// Entities of the document's own are put in place if `substituting`, which is to be asked for
  /// only where the ledger of a first pass shows nothing external. Without that, a document that
  /// refers to any is not to be relied on.
  mutating func parse(
    _ bytes: [UInt8], count: Int32, encoding: String?, substituting: Bool
  ) throws(XMLSyntaxError) -> UnsafeMutablePointer<xmlDoc> {
    let limits = limits
    var guardian = accord_xml_guard()
    let (document, reports) = withUnsafeMutablePointer(to: &ledger) { ledger in
      XMLLibrary.collectingReports(limit: 4) { receiver in
        guardian.receiver = receiver.pointee
        guardian.maximum_nodes = limits.maximumNodes
        guardian.maximum_expansion = limits.maximumExpansion
        guardian.maximum_namespaces = Int32(clamping: limits.maximumAttributes)
        guardian.context = UnsafeMutableRawPointer(ledger)
        guardian.declared = { context, name, type, content in
          guard let ledger = context?.assumingMemoryBound(to: XMLEntityLedger.self), let name
          else { return }
          ledger.pointee.declare(
            String(cString: name), type: type, content: content.map { String(cString: $0) })
        }
        guardian.referenced = { context, name, type in
          guard let ledger = context?.assumingMemoryBound(to: XMLEntityLedger.self), let name
          else { return 1 }
          return ledger.pointee.refer(to: String(cString: name), type: type) ? 0 : 1
        }
        return bytes.withUnsafeBytes { buffer in
          withUnsafePointer(to: &guardian) { guardian in
            accord_xml_parse(
              buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, encoding,
              substituting ? 1 : 0, guardian)
          }
        }
      }
    }
    // Namespaces that are not declared leave a document, but not one to rely on. With entities left
    // out, a namespace or identifier may be wrong that is not when they are in place.
    let isProvisional = !substituting && ledger.hasReferences
    if let document, guardian.stopped == 0, reports.isEmpty || isProvisional { return document }
    if let document { xmlFreeDoc(document) }
    guard guardian.stopped == 0 else {
      throw XMLSyntaxError(
        reason(ofStop: guardian.stopped), line: Int(guardian.line), column: Int(guardian.column))
    }
    // Of bytes that are not of the encoding, libxml2 tells the place in another report, if at all.
    throw (reports.first { $0.line > 0 } ?? reports.first).map { XMLSyntaxError(report: $0) }
      ?? XMLSyntaxError("libxml2 refused the document without a reason")
  }

  private func reason(ofStop stop: Int32) -> String {
    switch (stop, ledger.refusal) {
    case (Int32(accord_xml_stopped_nodes), _):
      "the document has more than \(limits.maximumNodes) elements, attributes and other nodes"
    case (Int32(accord_xml_stopped_namespaces), _):
      "more than \(limits.maximumAttributes) namespaces are declared around one element"
    case (Int32(accord_xml_stopped_parameters), _):
      "the DTD refers to too many or too long parameter entities"
    case (Int32(accord_xml_stopped_defaulted), _):
      "the DTD's attributes add more than \(limits.maximumExpansion) bytes"
    case (Int32(accord_xml_stopped_scope), _):
      "an entity brings names whose namespace is declared outside of it, which is not supported"
    case (_, .external(let name)):
      "the document refers to the external entity \(name), which is never read"
    case (_, .undeclared(let name)):
      "the document refers to the entity \(name), which it does not declare itself"
    case (_, .expansion), (_, nil):
      "the document's entities add more than \(limits.maximumExpansion) bytes"
    }
  }

  /// Whether no element nests deeper than libxml2 allows, which does not count the levels that
  /// entities bring.
  static func isDepthAllowed(_ document: UnsafeMutablePointer<xmlDoc>) -> Bool {
    var depth = 0
    var next = xmlDocGetRootElement(document)
    while let node = next {
      if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
        depth += 1
        guard depth <= XMLLimits.maximumDepth else { return false }
        next = child
        continue
      }
      var current = node
      while current.pointee.next == nil, depth > 0, let parent = current.pointee.parent {
        current = parent
        depth -= 1
      }
      next = depth > 0 ? current.pointee.next : nil
    }
    return true
  }
}
