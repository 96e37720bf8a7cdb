import Hummingbird

extension Fault {
  /// The products, as JSON and as XML.
  static let productFaults = [
    Fault(
      "xml-malformed", "The XML of GET /products does not close its root.",
      breaking: "xml.well-formed", at: .on(.get, "/products")
    ) { visit in
      try await visit.forward().editingText { $0.replace("</products>", with: "") }
    },
    Fault(
      "xml-instead-of-json", "GET /products answers XML to a client that asked for JSON.",
      breaking: "http.accept.honoured", at: .on(.get, "/products")
    ) { visit in
      try await visit.forward { $0[.accept] = "application/xml" }
    },
    Fault(
      "product-lost", "The XML of GET /products lacks one product.", at: .on(.get, "/products")
    ) { visit in
      try await visit.forward().editingText { text in
        guard let start = text.ranges(of: "<product id=").last?.lowerBound,
          let end = text.ranges(of: "</product>").last?.upperBound
        else { return }
        text.removeSubrange(start..<end)
      }
    },
    Fault(
      "price-with-currency", "Prices in the XML of GET /products begin with EUR.",
      at: .on(.get, "/products")
    ) { visit in
      try await visit.forward().editingText { $0.replace("<price>", with: "<price>EUR ") }
    },
    Fault(
      "price-as-string", "The JSON of a product has its price as a string.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().editingJSON { product in
        switch product["price"] {
        case .number(let price)?: product["price"] = .string("\(price)")
        case .integer(let price)?: product["price"] = .string("\(price)")
        default: break
        }
      }
    },
    Fault(
      "big-number-rounded", "The sku of product 7 is rounded to what a Double can hold.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().editingText {
        $0.replace("9007199254740993", with: "9007199254740992")
      }
    },
    Fault(
      "vary-missing", "GET /products has no Vary, though Accept decides what it shows.",
      breaking: "http.vary.present", at: .on(.get, "/products")
    ) { visit in
      try await visit.forward().with(.vary, nil)
    },
  ]
}
