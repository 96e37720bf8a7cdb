import AccordDocuments
import Testing

/// JSONTestSuite: texts that every parser must accept (y), must refuse (n), or may treat as it
/// likes (i).
@Suite(.enabled(if: Suites.isAvailable, Suites.explanation))
struct JSONParsingSuiteTests {
  @Test func `Every text that must be accepted is accepted`() throws {
    let files = try files(beginningWith: "y_")
    #expect(files.count == 95)
    for file in files {
      #expect(throws: Never.self, "\(file)") { try parse(file) }
    }
  }

  @Test func `Every text that must be refused is refused`() throws {
    let files = try files(beginningWith: "n_")
    #expect(files.count == 188)
    for file in files {
      #expect(throws: JSONSyntaxError.self, "\(file)") { try parse(file) }
    }
  }

  @Test func `Every text that may be treated either way is treated as decided`() throws {
    let files = try files(beginningWith: "i_")
    #expect(files.count == 35)
    for file in files {
      let decision = try #require(Self.decision(for: file), "no decision for \(file)")
      do throws(JSONSyntaxError) {
        _ = try parse(file)
        #expect(decision == .accept, "\(file)")
      } catch {
        #expect(decision == .refuse(error.reason), "\(file)")
      }
    }
  }

  enum Decision: Equatable {
    case accept
    case refuse(JSONSyntaxError.Reason)
  }

  /// The decisions that the documentation of `JSONDocument` states, by what the names of the
  /// suite's files say.
  static func decision(for file: String) -> Decision? {
    let loneSurrogates: [(String, UInt16)] = [
      ("i_object_key_lone_2nd_surrogate", 0xDFAA),
      ("i_string_1st_surrogate_but_2nd_missing", 0xDADA),
      ("i_string_1st_valid_surrogate_2nd_invalid", 0xD888),
      ("i_string_incomplete_surrogate_and_escape_valid", 0xD800),
      ("i_string_incomplete_surrogate_pair", 0xDD1E),
      ("i_string_incomplete_surrogates_escape_valid", 0xD800),
      ("i_string_invalid_lonely_surrogate", 0xD800),
      ("i_string_invalid_surrogate", 0xD800),
      ("i_string_inverted_surrogates", 0xDD1E),
      ("i_string_lone_second_surrogate", 0xDFAA),
    ]
    let others: [(String, Decision)] = [
      // Numbers are exact, so that none is too large, too small or too long.
      ("i_number_", .accept),
      // The standard limit is 512 levels.
      ("i_structure_500_nested_arrays", .accept),
      // RFC 8259 section 8.1: a parser may ignore a byte order mark.
      ("i_structure_UTF-8_BOM", .accept),
      // RFC 8259 section 8.1: JSON is exchanged in UTF-8.
      ("i_string_UTF-16LE_with_BOM", .refuse(.otherEncoding("UTF-16"))),
      ("i_string_utf16", .refuse(.otherEncoding("UTF-16"))),
      ("i_string_UTF-8_invalid_sequence", .refuse(.notUTF8)),
      ("i_string_UTF8_surrogate", .refuse(.notUTF8)),
      ("i_string_invalid_utf-8", .refuse(.notUTF8)),
      ("i_string_iso_latin_1", .refuse(.notUTF8)),
      ("i_string_lone_utf8_continuation_byte", .refuse(.notUTF8)),
      ("i_string_not_in_unicode_range", .refuse(.notUTF8)),
      ("i_string_overlong_sequence", .refuse(.notUTF8)),
      ("i_string_truncated-utf-8", .refuse(.notUTF8)),
    ]
    if let (_, unit) = loneSurrogates.first(where: { file.hasPrefix($0.0 + ".") })
      ?? loneSurrogates.first(where: { file.hasPrefix($0.0 + "_") })
    {
      return .refuse(.loneSurrogate(unit))
    }
    return others.first { file.hasPrefix($0.0) }?.1
  }

  private func files(beginningWith prefix: String) throws -> [String] {
    try Suites.files("json-parsing/test_parsing").filter { $0.hasPrefix(prefix) }
  }

  private func parse(_ file: String) throws(JSONSyntaxError) -> JSONDocument {
    let bytes = (try? Suites.bytes("json-parsing/test_parsing/\(file)")) ?? []
    return try JSONDocument(parsing: bytes)
  }
}
