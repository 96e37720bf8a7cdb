internal import AccordContract
internal import AccordEngine
internal import AccordHTTP

/// How TLS is spoken in a run: the command line goes before the environment, and that before the
/// contract.
struct TLSBinding {
  let options: TLSOptions
  /// What no output may show.
  let secrets: [String]
  let warnings: [RunWarning]
  /// The same as curl says it.
  let curlOptions: [CurlOption]

  /// - Parameters:
  ///   - trait: What the contract says.
  ///   - files: Where its files are looked for.
  ///   - values: What variables are bound to.
  /// - Throws: `UsageProblem` where a file cannot be read or a password is not known.
  init(
    _ arguments: TLSArguments, environment: [String: String], trait: TLSTrait?,
    files: ContractFiles, values: [String: BoundValue]
  ) throws(UsageProblem) {
    var options = TLSOptions()
    options.authorities = try Self.path(
      arguments.authorities, "--cacert", trait?.authorities, trait, files)
    options.certificate = try Self.path(
      arguments.certificate?.path, "--cert", trait?.certificate, trait, files)
    // A key belongs to its certificate: that of the contract is not for one of the command line.
    let own = arguments.certificate == nil ? trait : nil
    options.key = try Self.path(arguments.key, "--key", own?.key, trait, files)
    if options.certificate != nil {
      let variable = environment["ACCORD_CERT_PASSWORD"].flatMap { $0.isEmpty ? nil : $0 }
      let given = arguments.certificate?.password ?? variable
      options.password =
        if let given { given } else {
          try own?.password.map { variable throws(UsageProblem) in
            try variable.password(in: values, for: ".tls")
          }
        }
    }
    if let password = options.password, SecretSource.isTooShort(password) {
      throw .shortCredential("the password of --cert")
    }
    options.verifies = arguments.insecure ? false : trait?.verifies ?? true
    self.options = options
    secrets = options.password.map { [$0] } ?? []
    warnings = options.verifies ? [] : [.certificatesNotVerified]
    curlOptions = Self.curlOptions(options, arguments)
  }

  /// Files are named as the user named them, or else as they were found for the contract.
  private static func curlOptions(
    _ options: TLSOptions, _ arguments: TLSArguments
  ) -> [CurlOption] {
    func value(_ given: String?, _ found: String) -> CurlOption.Value {
      given.map { .text($0) } ?? .file(found)
    }
    var list: [CurlOption] = []
    func add(_ name: String, _ value: CurlOption.Value) {
      list.append(CurlOption(name, value, scheme: "https"))
    }
    if let path = options.authorities { add("--cacert", value(arguments.authorities, path)) }
    if let path = options.certificate {
      add("--cert", value(arguments.certificate?.path, path))
      if let password = options.password { add("--pass", .text(password)) }
    }
    if let path = options.key { add("--key", value(arguments.key, path)) }
    if !options.verifies { add("--insecure", .none) }
    return list
  }

  private static func path(
    _ given: String?, _ option: String, _ written: String?, _ trait: TLSTrait?,
    _ files: ContractFiles
  ) throws(UsageProblem) -> String? {
    if let given {
      guard let found = files.find(given, from: .unknown) else {
        throw .unreadableFile(given, option: option)
      }
      return found
    }
    guard let written, let trait else { return nil }
    guard let found = files.find(written, from: trait.location) else {
      throw .unreadableFile(written, option: ".tls")
    }
    return found
  }
}

extension AccordContract.Variable {
  /// What the variable is bound to, as the password of a trait.
  func password(
    in values: [String: BoundValue], for trait: String
  ) throws(UsageProblem) -> String {
    if let value = values[name] { return value.text }
    if case .constant(let text)? = generator { return text }
    throw .unboundPassword(name, trait: trait)
  }
}
