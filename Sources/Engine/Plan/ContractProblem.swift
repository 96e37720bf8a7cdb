package import AccordContract
package import AccordDocuments

/// Why a contract cannot be run: exit code 64.
///
/// All problems of a contract are reported together.
package struct ContractProblem: Error, Sendable {
  /// The kinds of problem there are.
  package enum Kind: Sendable {
    case noSteps(contract: String)
    case emptyComponent(kind: String, name: String)
    case duplicateID(String, first: SourceLocation)
    case duplicateMember(String)
    case expression(String, PatternSyntaxError)
    case jsonPath(String, JSONPathSyntaxError)
    /// A regular expression in a JSONPath that would match nothing (RFC 9535 section 2.4.6).
    case jsonPathExpression(String, PatternSyntaxError)
    case xpath(XPathSyntaxError)
    case jsonSchema(SchemaFileError)
    /// A variable in a JSON Schema, which is compiled before anything is bound.
    case variableInSchema(String)
    /// A schema for XML in this file that cannot be used.
    case xmlSchema(String, XMLSchemaError)
    /// A document to compare with, from this file or from the contract itself.
    case malformedXML(String?, XMLSyntaxError)
    /// A word of patterns that says nothing of XML.
    case meaninglessInXML(String)
    /// A word that speaks of nodes, of an XPath that gives one value of this kind.
    case nodesOfValue(String, XPathKind)
    /// A prefix of an XPath for no namespace at all.
    case emptyNamespace(prefix: String)
    /// A JSON Schema in the contract itself that nests deeper than is read.
    case deepLiteral(JSONSyntaxError)
    /// A Variable that was interpolated into text which takes none.
    case lostVariable(String)
    /// A regular expression that is to capture and has several groups.
    case severalGroups(String, count: Int)
    case notANumber(String)
    case method(String)
    case fieldName(String)
    /// What does not keep to the grammar of `User-Agent` (RFC 9110 section 10.1.5).
    case userAgent(String)
    case target(String, offending: String)
    /// What is said of a target that is held to rules.
    case conformanceTarget(TargetProblem)
    case repeatedWord(String)
    /// A rule that `.conformance`, `.only` or `.skipping` names and the catalogue does not have.
    case unknownRule(String, suggestion: String?)
    case misplacedTrait(String, on: String)
    case missingExample(String, resource: String)
    /// An example for what is no variable of the resource's path.
    case unknownExample(String, resource: String)
    case missingFile(String, searched: [String])
    case conflictingVariable(String)
    case unboundVariable(String)
    case notALink(String)
    /// A default that the variable's own conversion refuses.
    case unusableDefault(String)
    /// A secret whose value may have fewer characters than can be redacted.
    case shortSecret(String)
    /// A literal in `.auth` that has fewer characters: `password of .basic`.
    case shortCredential(String)
    /// A URI template, of a step or a resource, that cannot be used.
    case template(String, TemplateProblem)
    /// Text given to `.linkOrigins` that is no origin.
    case notAnOrigin(String)
    /// What gets a token by OAuth 2 and cannot.
    case tokenRequest(TokenRequestProblem)
    /// A time, a number of tries or of redirects below zero, given to this word.
    case negative(String)
  }

  package var kind: Kind
  /// Where in the contract; unknown for the contract as a whole.
  package var location: SourceLocation

  package init(_ kind: Kind, at location: SourceLocation) {
    self.kind = kind
    self.location = location
  }
}

/// All problems of a contract.
package struct ContractProblems: Error, Sendable {
  package var problems: [ContractProblem]
  /// Literals in the contract's `.auth`, which may stand in a line that is shown.
  package var secrets: [String]

  package init(problems: [ContractProblem], secrets: [String] = []) {
    self.problems = problems
    self.secrets = secrets
  }
}
