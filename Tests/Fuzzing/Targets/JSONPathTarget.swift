import AccordDocuments

/// JSONPath: a path, evaluated on a document of its own or else on a small one.
func testJSONPath(_ input: FuzzInput) {
  let (first, second) = input.halves
  let text = first.text
  let path: JSONPath
  do throws(JSONPathSyntaxError) {
    path = try JSONPath(text)
  } catch {
    require((0...text.utf8.count).contains(error.byteOffset), "an error's place is in the path")
    require(!error.description.isEmpty && !error.picture.isEmpty, "an error has words")
    return
  }
  let document = (try? JSONDocument(parsing: second)) ?? small
  guard let root = document?.root,
    let nodes = try? path.select(from: root, limits: limits)
  else { return }
  require(!path.isSingular || nodes.count <= 1, "a singular path leads to one value at most")
  guard root.hasUniqueNames else { return }
  for node in nodes.prefix(50) {
    let location = node.location(from: root)
    let found = location.pointer.evaluate(in: root)
    require(found?.isSamePlace(as: node) == true, "a selected value's pointer leads to it")
    guard let own = try? JSONPath(location.normalizedPath) else {
      return require(false, "a normalized path is a path: \(location.normalizedPath)")
    }
    require(own.isSingular, "a normalized path is singular")
    let again = try? own.select(from: root)
    require(again?.count == 1, "a normalized path leads to one value")
    require(again?.first?.isSamePlace(as: node) == true, "a value's normalized path leads to it")
  }
}

private let small = try? JSONDocument(
  parsing: #"{"users":[{"id":1,"a":"abc","x":[{}]},[1,[2,3]]],"b":[0,-1.5e3],"p":"a+","z":null}"#)

/// A path may do far more work than an input is worth.
private let limits = JSONPathLimits(
  maximumSteps: 20_000, maximumNodes: 5_000,
  patterns: PatternLimits(steps: 5_000, stepsPerByte: 8, openChoices: 5_000))
