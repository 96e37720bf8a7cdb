import AccordTestSupport
import Testing

/// A repository that there is nowhere.
private let address = "https://git.example.com/accord.git"
private let url = ["--accord", address]
/// What says where Accord comes from.
private let source = url + ["--version", "1.2.3"]
/// What is written unless asked otherwise, sorted.
private let newFiles = [
  ".github/workflows/contract.yml", ".gitignore", "Package.swift", "reports/README.md",
  "specs/Contract.swift", "specs/main.swift",
]

@Suite("accord init")
struct InitTests {
  /// What is in a folder, folders left out.
  private func files(of run: ToolRun) -> [String] { run.contents.filter { !$0.hasSuffix("/") } }

  @Test("A package is written, and it is told what it has and what to do next")
  func told() throws {
    let run = try ToolRun(files: [:])
    let outcome = try run.run(["init", "a shop"] + source)
    #expect(
      outcome.output == """
        Wrote into a shop:
          Package.swift                   the package, on top of Accord
          specs/Contract.swift            the contract: begin here
          specs/main.swift                the program that runs it
          .github/workflows/contract.yml  runs it on GitHub
          .gitignore                      keeps out what is built and reported
          reports/README.md               where runs write

        Next:
          cd 'a shop' && swift run specs list
          swift run specs --url URL

        """)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(files(of: run) == newFiles.map { "a shop/\($0)" })
    #expect(
      run.read("a shop/Package.swift") == """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
          name: "a-shop",
          platforms: [.macOS(.v15)],
          dependencies: [
            .package(url: "https://git.example.com/accord.git", from: "1.2.3")
          ],
          targets: [
            .executableTarget(
              name: "specs",
              dependencies: [.product(name: "Accord", package: "accord")],
              path: "specs")
          ]
        )

        """)
    #expect(run.read("a shop/.gitignore") == ".build/\nreports/*\n!reports/README.md\n")
  }

  @Test("An empty path is refused, and nothing is written where one happens to be")
  func emptyFolder() throws {
    let run = try ToolRun(files: [:])
    let outcome = try run.run(["init", ""] + source)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("<dir> takes a path, and what it was given is empty"))
    #expect(files(of: run) == [])
  }

  @Test("Into the folder that one is in, which need not be empty")
  func here() throws {
    let run = try ToolRun(files: ["README.md": "mine", "specs/Users.swift": "mine"])
    let outcome = try run.run(
      ["init", "--name", "Shop_API", "--url", "http://127.0.0.1:8080"] + source)
    #expect(outcome.output.hasPrefix("Wrote into this folder:\n"))
    #expect(outcome.output.hasSuffix("\nNext:\n  swift run specs list\n  swift run specs\n"))
    #expect(outcome.status == 0)
    #expect(files(of: run) == (newFiles + ["README.md", "specs/Users.swift"]).sorted())
    #expect(run.read("specs/Users.swift") == "mine")
    let contract = try #require(run.read("specs/Contract.swift"))
    #expect(contract.contains(#"Contract("Shop_API", .baseURL("http://127.0.0.1:8080")) {"#))
  }

  @Test(
    "Where Accord comes from is stated as SwiftPM has it",
    arguments: sources)
  func states(_ source: Source) throws {
    let run = try ToolRun(files: ["theirs/Package.swift": ""])
    #expect(try run.run(["init", "new", "--ci", "none"] + source.options).status == 0)
    let manifest = try #require(run.read("new/Package.swift"))
    #expect(manifest.contains("\n    \(source.dependency)\n"))
    #expect(manifest.contains(#".product(name: "Accord", package: "\#(source.package)")"#))
  }

  @Test("An absolute folder stays absolute, and that CI does not have it is told")
  func folder() throws {
    let run = try ToolRun(files: ["theirs/Package.swift": ""])
    let outcome = try run.run(["init", "new", "--accord", run.path("theirs")])
    #expect(
      outcome.errors == """
        warning: CI has no folder of Accord to build with: state a URL and a version in Package.swift \
        first

        """)
    #expect(outcome.status == 0)
    #expect(run.read("new/Package.swift")?.contains("\(run.path("theirs"))\")") == true)
  }

  @Test(
    "Each CI system has its own file, or none",
    arguments: [
      ("github", ".github/workflows/contract.yml" as String?, "container: swift:"),
      ("gitlab", ".gitlab-ci.yml", "junit: reports/junit.xml"),
      ("none", nil, ""),
    ])
  func ci(_ system: String, file: String?, part: String) throws {
    let run = try ToolRun(files: [:])
    #expect(try run.run(["init", "--ci", system] + source).status == 0)
    let common = newFiles.filter { !$0.hasPrefix(".github") }
    #expect(files(of: run) == (common + [file].compactMap { $0 }).sorted())
    guard let file else { return }
    let text = try #require(run.read(file))
    #expect(text.contains(part))
    #expect(text.contains("ACCORD_URL"))
    #expect(text.contains(".build/debug/specs --reports reports"))
    // YAML takes no tab for indentation, and a blank at a line's end would be seen in a review.
    #expect(!text.contains("\t") && !text.contains(" \n"))
  }

  @Test(
    "The package is called as its folder, as far as a name can be made of that",
    arguments: [
      ("shop", "shop"), ("My API (v2)", "My-API-v2"), ("7 shops", "shops"), ("übung", "bung"),
      ("-x-", "x"), ("日本", "contract"),
    ])
  func name(folder: String, name: String) throws {
    let run = try ToolRun(files: [:])
    #expect(try run.run(["init"] + source + ["--", folder]).status == 0)
    #expect(run.read("\(folder)/Package.swift")?.contains("  name: \"\(name)\",\n") == true)
  }

  @Test("Nothing is overwritten: what is there is named, and nothing is written")
  func refusal() throws {
    let mine = ["Package.swift": "mine", ".github": "no folder", "reports/README.md": "mine"]
    let run = try ToolRun(files: mine)
    let before = run.contents
    let outcome = try run.run(["init"] + source)
    #expect(
      outcome.errors == """
        error: files are in the way, and none is overwritten:
          Package.swift
          .github
          reports/README.md

        """)
    #expect(outcome.output == "")
    #expect(outcome.status == 64)
    #expect(run.contents == before)
    for (name, text) in mine { #expect(run.read(name) == text) }
  }

  @Test("A second time everything is in the way")
  func twice() throws {
    let run = try ToolRun(files: [:])
    #expect(try run.run(["init"] + source).status == 0)
    let outcome = try run.run(["init"] + source)
    let named = outcome.errors.split(separator: "\n").dropFirst().map { String($0.dropFirst(2)) }
    #expect(named.sorted() == newFiles)
    #expect(outcome.status == 64)
  }

  @Test(
    "Where a file cannot be written whole, none is left",
    .enabled(
      if: Sanitizer.current != .thread, "at its start it maps a file of its own beyond the limit"))
  func half() throws {
    let run = try ToolRun(files: ["README.md": "mine"])
    // The manifest has room in two blocks of 512 octets or of 1,024; the contract has none.
    let outcome = try run.run(["init", "new"] + source, fileBlocks: 2)
    #expect(
      outcome.errors
        == "error: specs/Contract.swift: cannot be written: File too large; nothing was written\n")
    #expect(outcome.status == 64)
    #expect(run.contents == ["README.md"])
  }

  @Test("A folder that cannot be made is named")
  func noFolder() throws {
    let run = try ToolRun(files: ["file": ""])
    let outcome = try run.run(["init", "file/new"] + source)
    #expect(
      outcome.errors
        == "error: file: cannot be written: Not a directory; nothing was written\n")
    #expect(outcome.status == 64)
  }

  @Test(
    "What cannot be done is told with what to do",
    arguments: mistakes)
  func complains(_ mistake: Mistake) throws {
    let run = try ToolRun(files: [:])
    let outcome = try run.run(["init"] + mistake.arguments)
    #expect(outcome.errors == "error: \(mistake.complaint)\n")
    #expect(outcome.output == "")
    #expect(outcome.status == 64)
    #expect(run.contents == [])
  }
}

/// A way to say where Accord comes from.
struct Source: Sendable {
  let options: [String]
  let dependency: String
  /// What targets name the package by.
  let package: String

  init(_ options: [String], _ dependency: String, _ package: String) {
    self.options = options
    self.dependency = dependency
    self.package = package
  }
}

private let sources = [
  Source(
    url + ["--version", "1.2.3"], #".package(url: "\#(address)", from: "1.2.3")"#, "accord"),
  Source(
    url + ["--version", "0.1.0-beta.2"],
    #".package(url: "\#(address)", .upToNextMinor(from: "0.1.0-beta.2"))"#, "accord"
  ),
  Source(
    url + ["--branch", "main"], #".package(url: "\#(address)", branch: "main")"#, "accord"),
  Source(
    ["--accord", "git@example.com:tests/Accord-fork", "--branch", "a/b"],
    #".package(url: "git@example.com:tests/Accord-fork", branch: "a/b")"#, "Accord-fork"
  ),
  Source(
    ["--accord", "theirs"], #".package(name: "accord", path: "../theirs")"#, "accord"),
  Source(
    ["--accord", "./theirs/"], #".package(name: "accord", path: "../theirs")"#, "accord"),
]

/// Options that cannot be.
struct Mistake: Sendable {
  let arguments: [String]
  let complaint: String

  init(_ arguments: [String], _ complaint: String) {
    self.arguments = arguments
    self.complaint = complaint
  }
}

private let mistakes = [
  Mistake(
    [],
    "nothing says where Accord comes from: give --accord URL --version 0.1.0, or --accord PATH "
      + "for a folder that holds it"
  ),
  Mistake(
    url,
    "--accord \(address) is a URL and needs --version or --branch; this is Accord 0.1.0: "
      + "--version 0.1.0"
  ),
  Mistake(
    source + ["--branch", "main"], "--version and --branch exclude each other"),
  Mistake(
    ["--accord", "..", "--version", "1.0.0"],
    "--version is of use beside a URL only: a folder is taken as it is"
  ),
  Mistake(
    ["--accord", "there"], "--accord 'there': there is no Package.swift in this folder"),
  Mistake(
    url + ["--version", "1.2"],
    "--version takes three numbers such as 0.1.0, not '1.2'"
  ),
  Mistake(
    url + ["--version", "v1.2.3"],
    "--version takes three numbers such as 0.1.0, not 'v1.2.3'; did you mean 1.2.3?"
  ),
  Mistake(
    url + ["--branch", "a b"], "--branch takes a branch's name, not 'a b'"),
  Mistake(
    ["--accord", "https://example.com", "--branch", "main"],
    "--accord 'https://example.com' names no repository: the last part of a URL's path is its "
      + "name"
  ),
  Mistake(
    source + ["Accord"],
    "the folder to write into and the one of Accord are both called 'accord', and SwiftPM tells "
      + "packages by that: choose another folder"
  ),
  Mistake(
    source + ["--name", "my shop"],
    "--name takes letters, digits, - and _, with a letter first, not 'my shop'; 'my-shop' would do"
  ),
  Mistake(
    source + ["--url", "localhost:8080"],
    "--url takes an http or https URL with a host, without credentials, not 'localhost:8080'"
  ),
  Mistake(
    source + ["--url", "http://me:secret@host"],
    "--url takes an http or https URL with a host, without credentials, not "
      + "'http://me:secret@host'"
  ),
]
