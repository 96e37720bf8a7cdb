extension XMLTree {
  /// Compares what was found with what was expected, by meaning.
  ///
  /// The order of attributes, namespace prefixes and where namespaces are declared, comments, and
  /// how characters are written (CDATA sections, entities, encodings) do not matter. Text of white
  /// space only does not matter beside elements, unless other text stands beside them too or
  /// `xml:space` is `preserve`. An `xsi:type` is compared as the qualified name that it is.
  ///
  /// - Parameters:
  ///   - expected: What the document is to mean.
  ///   - limit: How many differences are told at most.
  /// - Returns: The smallest parts that differ, in the order of the documents; nothing if both mean
  ///   the same.
  package func differences(
    from expected: borrowing XMLTree, limit: Int = 100
  ) -> [XMLDifference] {
    var comparison = XMLComparison(expected: expected.index, found: index, limit: max(limit, 1))
    return comparison.run()
  }
}
