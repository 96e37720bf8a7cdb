import AccordContract
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

@Suite("A failure as it is printed")
struct FailurePictureTests {
  @Test("It looks as the design says, letter by letter")
  func picture() throws {
    let folder = try TemporaryFolder()
    try folder.write("// swift-tools-version: 6.2\n", to: "Package.swift")
    let source =
      String(repeating: "\n", count: 20) + #"    JSON(["id": .variable(cart), "quantity": 3])"#
      + "\n"
    try folder.write(source, to: "specs/Cart.swift")
    let location = AccordContract.SourceLocation(
      fileID: "specs/Cart.swift", filePath: folder.file("specs/Cart.swift"), line: 21, column: 5)

    let text = try rendered(.text, Samples.run([Samples.cartFailure(at: location)]))

    let expected = #"""
      ✘ A cart item is added, changed and removed › 2. PUT /cart/{cart}                             12 ms
        PUT http://127.0.0.1:8080/cart/42 answered 200 OK
          --> specs/Cart.swift:21:5
           |
        21 |     JSON(["id": .variable(cart), "quantity": 3])
           |     ^^^^ $.quantity: expected 3, found 2
        reproduce: curl -X PUT -H 'Content-Type: application/json' -d '{"quantity":3}' http://127.0.0.1:8080/cart/42
      ✘ A cart item is added, changed and removed   1 failed   12 ms
      Shop API: 0 passed, 1 failed
        1 request in 500 ms, 8 at a time, seed 42

      """#
    #expect(text == expected)
  }

  @Test("A request that was sent again unasked says so, in text and for programs")
  func sentAgain() throws {
    var record = Samples.cartFailure()
    let once = try #require(record.exchanges.last)
    for (count, isSaid) in [(1, false), (2, true)] {
      record.exchanges = [
        Exchange(request: once.request, result: once.result, sendCount: count)
      ]
      let text = try rendered(.text, Samples.run([record]))
      #expect(text.contains("200 OK, sent again since the kept connection had ended") == isSaid)
      let lines = try rendered(.jsonLines, Samples.run([record]))
      #expect(lines.contains(#""sendCount":2"#) == isSaid)
      var passed = record
      passed.outcome = .passed(isFixed: false)
      passed.findings = []
      let remark = "• sent again: "
      #expect(try rendered(.text, Samples.run([passed])).contains(remark) == isSaid)
      let property = #"<property name="sentAgain" value="true"/>"#
      #expect(try rendered(.junit, Samples.run([passed])).contains(property) == isSaid)
    }
  }
}
