internal import ArgumentParser

/// How TLS is spoken with the server, with curl's names and meanings.
struct TLSArguments: ParsableArguments {
  @Option(
    name: .customLong("cacert"),
    help: ArgumentHelp(
      "Trust these authorities in place of the system's (PEM).", valueName: "file"))
  var authorities: String?

  @Option(
    name: .customLong("cert"),
    help: ArgumentHelp(
      "The certificate to be known by (PEM), and the password of its key. What is on the command "
        + "line is visible in the list of processes: ACCORD_CERT_PASSWORD is not.",
      valueName: "file[:password]"))
  var certificate: ClientCertificate?

  @Option(
    name: .customLong("key"),
    help: ArgumentHelp(
      "The certificate's private key (PEM), where the certificate's file has none.",
      valueName: "file"))
  var key: String?

  @Flag(help: "Verify no certificate, which every report then says.")
  var insecure = false

  func validate() throws {
    try GivenPath.check(authorities, of: "--cacert")
    try GivenPath.check(key, of: "--key")
    if key != nil, certificate == nil {
      throw ValidationError("--key is the key of a certificate: give --cert FILE too")
    }
  }
}

/// A file and what opens it: curl's `FILE[:PASSWORD]`, in which `\:` and `\\` are plain characters.
struct ClientCertificate: ExpressibleByArgument, Equatable {
  let path: String
  let password: String?

  init?(argument: String) {
    var path = ""
    var rest = argument[...]
    while let character = rest.popFirst() {
      if character == "\\", let next = rest.first, next == ":" || next == "\\" {
        path.append(next)
        rest.removeFirst()
      } else if character == ":" {
        break
      } else {
        path.append(character)
      }
    }
    guard !path.isEmpty else { return nil }
    self.path = path
    password = rest.isEmpty ? nil : String(rest)
  }
}
