/// The products, which are fixed.
struct Catalogue {
  let products: [Product]

  subscript(id: Int) -> Product? { products.first { $0.id == id } }

  static let seeded = Catalogue(products: [
    Product(id: 1, name: "Notebook, ruled", cents: 450, sku: 4_006_381_333_931),
    Product(id: 2, name: "Fountain pen", cents: 2_490, sku: 4_006_381_333_948),
    Product(id: 3, name: "Ink & blotting paper", cents: 995, sku: 4_006_381_333_955),
    Product(id: 4, name: "Pencil", cents: 120, sku: 4_006_381_333_962),
    Product(id: 5, name: "Eraser", cents: 85, sku: 4_006_381_333_979),
    Product(id: 6, name: "Ruler, 30 cm", cents: 310, sku: 4_006_381_333_986),
    Product(id: 7, name: "Desk lamp", cents: 3_995, sku: 9_007_199_254_740_993),
    Product(id: 8, name: "Envelopes, 50", cents: 575, sku: 4_006_381_334_006),
    Product(id: 9, name: "Stapler", cents: 1_250, sku: 4_006_381_334_013),
    Product(id: 10, name: "Paper clips, 100", cents: 205, sku: 4_006_381_334_020),
  ])
}
