import AccordDocuments

/// URI templates: expanded with the same values each time, to what a URI may hold.
func testURITemplate(_ input: FuzzInput) {
  let text = input.bytes.text
  let template: URITemplate
  do throws(URITemplateSyntaxError) {
    template = try URITemplate(text)
  } catch {
    require((0...text.utf8.count).contains(error.byteOffset), "an error's place is in the template")
    require(!error.description.isEmpty && !error.picture.isEmpty, "an error has words")
    return
  }
  require(template.description.utf8.elementsEqual(text.utf8), "a template is kept as written")
  do throws(URITemplateExpansionError) {
    let expansion = try template.expand(values)
    require(
      expansion.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "an expansion is of a URI's characters")
    // Without an expression the second time has nothing to do.
    require((try? URITemplate(expansion)) != nil, "an expansion is a template without expressions")
  } catch {
    require(!error.description.isEmpty, "an error has words")
  }
}

/// The variables of RFC 6570 section 3.2, and some that are hostile.
private let values: [String: URITemplateValue] = [
  "count": ["one", "two", "three"], "dom": ["example", "com"], "dub": "me/too",
  "hello": "Hello World!", "half": "50%", "var": "value", "who": "fred",
  "base": "http://example.com/home/", "path": "/foo/bar", "list": ["red", "green", "blue"],
  "keys": ["semi": ";", "dot": ".", "comma": ","], "v": "6", "x": "1024", "y": "768", "empty": "",
  "empty_keys": .associations([]), "id": "\u{0}\u{10FFFF}e\u{301}%4", "a": ["", "%41", "%"],
  "b": ["\u{FFFD}": "{x}", "": ""], "c": [],
]
