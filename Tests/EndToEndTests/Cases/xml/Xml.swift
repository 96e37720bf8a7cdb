import Accord

private let shop = ["s": "urn:shop"]
private let sku = Variable("sku", .default("A-1"))

let xmlContract = Contract("XML") {
  Get("/products").named("values").expect(200) {
    XML("count(//s:product)", 3, namespaces: shop)
    XML("//s:product[1]/s:price", .number(10...), namespaces: shop)
    XML("//s:product[@id = 2]/s:name", "Lamp", namespaces: shop)
    XML("//s:product[2]/@id", .integer(3...9), namespaces: shop)
    XML("//s:product[2]/@sold", true, namespaces: shop)
    XML("count(//s:product) > 2", true, namespaces: shop)
    XML("string(//s:product[1]/s:name)", .matches("^P"), namespaces: shop)
    XML("//s:product[1]/@sku", .variable(sku), namespaces: shop)
    XML("//s:product[1]/s:name", .not("Ink"), namespaces: shop)
    XML("sum(//s:price)", 15, namespaces: shop)
  }
  Get("/products").named("none, one and several").expect(200) {
    XML("//s:product/s:name", "Ink", namespaces: shop)
    XML("//s:discount", .any, namespaces: shop)
    XML("//s:discount", 10, namespaces: shop)
    XML("//s:name", .absent, namespaces: shop)
    XML("//product", .count(2))
    XML("//s:name", .count(4...), namespaces: shop)
    XML("//s:price", .each(.number(...5)), namespaces: shop)
    XML("//s:name", .contains("Pencil"), namespaces: shop)
    XML("//s:name", ["Ink", "Lamp"], namespaces: shop)
    XML("//s:name", .unordered(["Lamp", "Paper", "Ink"]), namespaces: shop)
    XML("//s:stock", .optional(.integer), namespaces: shop)
  }
  Get("/products").named("the same document").expect(200) {
    XML(equals: .file("products.xml"))
    XML(equals: "<products xmlns='urn:shop'/>")
  }
  Get("/products").named("schemas").expect(200) {
    XMLSchema("products.xsd")
    RelaxNG("products.rng")
  }
  Get("/latin").named("another encoding than it says").expect(200) { XML("/name", "Zoé") }
  Get("/products").named("as it should be").expect(200) {
    XML("//s:name", .unordered(["Lamp", "Ink", "Paste"]), namespaces: shop)
    XML("//s:product[1]/s:price", 1.5, namespaces: shop)
    XML("//s:product[@sku = 'A-1']", .any, namespaces: shop)
    XML("//s:stock", .absent, namespaces: shop)
    XML("//s:price", .each(.number), namespaces: shop)
  }
  Get("/cart").named("the same but for how it is written").expect(200) {
    XML(equals: "<c:cart xmlns:c='urn:shop' sku='\(sku)' id='1'><c:note>a&lt;b</c:note></c:cart>")
    XMLSchema("cart.xsd")
  }
}
