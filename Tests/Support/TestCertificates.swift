package import Foundation

/// Certificates that a test makes for itself with `openssl`, in a folder of their own.
///
///     let certificates = try TestCertificates()
///     defer { certificates.remove() }
///     try certificates.issue("server", names: "IP:127.0.0.1,DNS:localhost")
package struct TestCertificates: Sendable {
  /// Where `openssl` is; nil where this machine has none.
  package static let openssl: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/openssl" }
      .first(where: FileManager.default.isExecutableFile)
  }()

  /// Why tests that need `openssl` are skipped.
  package static let absence = "this machine has no openssl"

  /// What `openssl` answered that could not do its work.
  package struct Failure: Error { package var words: String }

  package let folder: URL

  /// A folder with an authority, `ca.pem` and `ca.key`.
  package init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try makeKey("ca")
    try run(
      "req -x509 -new -key ca.key -subj /CN=Test-CA -days 30 -out ca.pem "
        + "-addext keyUsage=critical,keyCertSign")
  }

  /// The path of a file in the folder.
  package func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Makes `NAME.pem` and `NAME.key`, signed by the authority.
  ///
  /// - Parameters:
  ///   - names: Whom it is for, as `subjectAltName` has it.
  ///   - days: How long it holds; -1 for one that is past its time.
  ///   - password: What the key is encrypted with; nil for a key that is plain.
  ///   - key: What `openssl genpkey` is told of the key.
  ///   - digest: What it is signed with.
  package func issue(
    _ name: String, names: String, days: Int = 30, password: String? = nil,
    key: String = TestCertificates.curveKey, digest: String = "sha256"
  ) throws {
    try makeKey(name, key)
    try Data("subjectAltName=\(names)\n".utf8).write(
      to: folder.appendingPathComponent("\(name).ext"))
    try run("req -new -key \(name).key -subj /CN=\(name) -out \(name).csr")
    try run(
      "x509 -req -in \(name).csr -CA ca.pem -CAkey ca.key -CAcreateserial -days \(days) "
        + "-\(digest) -extfile \(name).ext -out \(name).pem")
    if let password {
      try run("pkey -in \(name).key -aes256 -passout pass:\(password) -out \(name).locked")
      try FileManager.default.removeItem(atPath: path("\(name).key"))
      try FileManager.default.moveItem(atPath: path("\(name).locked"), toPath: path("\(name).key"))
    }
  }

  /// Makes `NAME.pem` and `NAME.key` that vouch for themselves.
  package func selfSign(_ name: String, names: String) throws {
    try makeKey(name)
    try run(
      "req -x509 -new -key \(name).key -subj /CN=\(name) -days 30 -out \(name).pem "
        + "-addext subjectAltName=\(names)")
  }

  /// Makes `NAME.pem` and `NAME.key`, signed by the authority, whose time has not begun.
  package func issueForTheFuture(_ name: String, names: String) throws {
    try makeKey(name)
    try Data("subjectAltName=\(names)\n".utf8).write(
      to: folder.appendingPathComponent("\(name).ext"))
    try Data().write(to: folder.appendingPathComponent("index.txt"))
    let settings = """
      [ca]
      default_ca=own
      [own]
      database=index.txt
      new_certs_dir=.
      rand_serial=yes
      default_md=sha256
      policy=any
      [any]
      commonName=supplied

      """
    try Data(settings.utf8).write(to: folder.appendingPathComponent("ca.cnf"))
    try run("req -new -key \(name).key -subj /CN=\(name) -out \(name).csr")
    try run(
      "ca -batch -notext -config ca.cnf -in \(name).csr -cert ca.pem -keyfile ca.key "
        + "-startdate 20990101000000Z -enddate 21000101000000Z -extfile \(name).ext "
        + "-out \(name).pem")
  }

  package func remove() { try? FileManager.default.removeItem(at: folder) }

  /// A key of an elliptic curve.
  package static let curveKey = "EC -pkeyopt ec_paramgen_curve:P-256"

  private func makeKey(_ name: String, _ kind: String = TestCertificates.curveKey) throws {
    try run("genpkey -algorithm \(kind) -out \(name).key")
  }

  private func run(_ command: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.openssl ?? "/usr/bin/openssl")
    process.arguments = command.split(separator: " ").map(String.init)
    process.currentDirectoryURL = folder
    let words = Pipe()
    process.standardError = words
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let octets = words.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(words: "openssl \(command): \(String(decoding: octets, as: UTF8.self))")
    }
  }
}
