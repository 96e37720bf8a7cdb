/// A regular expression, compiled and ready to judge text that a server sent.
///
/// Patterns search UTF-8 bytes and never hang: every match has a budget of steps and memory
/// (``PatternLimits``), and going over it throws ``PatternLimitError`` instead of giving a verdict.
///
/// ```swift
/// let pattern = try Pattern("^/cart/(?<id>[0-9]+)$")
/// let match = try pattern.firstMatch(in: "/cart/42")
/// match?.range(named: "id")  // 6..<8
/// ```
///
/// Two patterns are equal when they are written alike, scalar for scalar, in the same dialect.
package struct Pattern: Sendable {
  /// The syntax that a pattern is written in.
  package enum Dialect: Sendable, Hashable {
    /// ECMA-262 as `new RegExp(source, "u")` reads it.
    ///
    /// Three things that the `u` flag forbids are accepted, since JSON Schemas in the wild rely on
    /// them and they can be read in one way only: an escaped ASCII punctuation mark or space
    /// (`\-`, `\@`, `\_`); `]`, `}` and a `{` that starts no quantifier as themselves
    /// (`^{.*}$`, but not `a{,5}`); and a class escape beside a hyphen (`[\w-.]`, where the hyphen
    /// is itself). What Annex B of ECMA-262 allows beyond that stays an error.
    ///
    /// Not available, each with an error that says so: the properties `Script`,
    /// `Script_Extensions` and `Extended_Pictographic`, modifiers such as `(?i:…)`, and
    /// one group name used twice.
    case ecmaScript
    /// I-Regexp (RFC 9485), which JSONPath uses: a small common subset, checked strictly.
    ///
    /// `^` and `$` are anchors, as in the mapping to ECMAScript of section 5.3.
    case iRegexp
  }

  /// What the author wrote.
  package let source: String
  /// The syntax that ``source`` is written in.
  package let dialect: Dialect

  let program: PatternProgram

  /// Compiles a pattern.
  ///
  /// - Parameters:
  ///   - source: The pattern's text, without delimiters or flags.
  ///   - dialect: The syntax to read it in.
  /// - Throws: ``PatternSyntaxError`` at the first place that the dialect does not allow.
  package init(_ source: String, dialect: Dialect = .ecmaScript) throws(PatternSyntaxError) {
    self.source = source
    self.dialect = dialect
    let syntax: PatternSyntax
    switch dialect {
    case .ecmaScript:
      var parser = ECMAScriptPatternParser(source)
      syntax = try parser.parse()
    case .iRegexp:
      var parser = IRegexpParser(source)
      syntax = try parser.parse()
    }
    program = PatternCompiler.compile(syntax)
  }

  /// The number of capturing groups.
  package var groupCount: Int { program.groupCount }

  /// The names of the named groups, in no particular order.
  package var groupNames: [String] { Array(program.groupNames.keys) }
}

extension Pattern: Hashable {
  // By bytes: strings that are equal to Swift, as é in one scalar or in two, match other texts.

  package static func == (left: Pattern, right: Pattern) -> Bool {
    left.dialect == right.dialect && left.source.utf8.elementsEqual(right.source.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in source.utf8 { hasher.combine(byte) }
    hasher.combine(dialect)
  }
}

extension Pattern: CustomStringConvertible {
  package var description: String { source }
}
