import AccordContract
import Foundation
import Testing

@testable import AccordReports

@Suite("The contract's source, read back")
struct SourceFilesTests {
  private func location(_ path: String, line: Int = 1) -> AccordContract.SourceLocation {
    AccordContract.SourceLocation(
      fileID: "specs/Cart.swift", filePath: path, line: line, column: 1)
  }

  @Test("Paths are those within the package or repository")
  func paths() throws {
    let folder = try TemporaryFolder()
    try folder.write("one\r\ntwo\n", to: "api/specs/sub/Cart.swift")
    let path = folder.file("api/specs/sub/Cart.swift")
    #expect(SourceFiles(SourceOptions()).path(of: location(path)) == "specs/Cart.swift")
    try folder.write("", to: "api/Package.swift")
    let files = SourceFiles(SourceOptions())
    #expect(files.place(location(path, line: 2)) == "specs/sub/Cart.swift:2:1")
    #expect(files.line(location(path)) == "one")
    #expect(files.line(location(path, line: 2)) == "two")
    #expect(files.line(location(path, line: 9)) == nil)
    #expect(files.line(location(path, line: 0)) == nil)
    #expect(files.shownPath(path) == "specs/sub/Cart.swift")
    #expect(files.shownPath("/nowhere/a.png") == "a.png")
    #expect(files.shownPath("a/b.png") == "a/b.png")
    #expect(files.place(location("/nowhere/Cart.swift")) == "specs/Cart.swift:1:1")
    #expect(files.line(location("/nowhere/Cart.swift")) == nil)
  }

  @Test("Below the source root the file is found whose path agrees longest")
  func sourceRoot() throws {
    let folder = try TemporaryFolder()
    try folder.write("near", to: "specs/Cart.swift")
    try folder.write("far", to: "Cart.swift")
    let files = SourceFiles(SourceOptions(root: folder.path))
    let built = location("/build/elsewhere/specs/Cart.swift")
    #expect(files.line(built) == "near")
    #expect(files.place(built) == "specs/Cart.swift:1:1")
    #expect(files.line(location("/build/x/Cart.swift")) == "far")
  }

  @Test("Source that is newer than the program is not shown, but its path is")
  func newer() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "Package.swift")
    try folder.write("line", to: "specs/Cart.swift")
    try folder.write("", to: "program")
    let path = folder.file("specs/Cart.swift")
    func touch(_ name: String, _ seconds: Double) throws {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: folder.file(name))
    }
    try touch("program", 1_000)
    try touch("specs/Cart.swift", 999)
    let options = SourceOptions(program: folder.file("program"))
    #expect(SourceFiles(options).line(location(path)) == "line")
    try touch("specs/Cart.swift", 1_001)
    #expect(SourceFiles(options).line(location(path)) == nil)
    #expect(SourceFiles(options).path(of: location(path)) == "specs/Cart.swift")
  }
}
