/// Products as XML: `<products><product id="1"><name/><price/></product></products>`.
enum ProductXML {
  private static let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"

  static func list(_ products: [Product]) -> String {
    declaration + "<products>" + products.map { element($0) }.joined() + "</products>\n"
  }

  static func detail(_ product: Product) -> String {
    declaration + element(product, more: "<sku>\(product.sku)</sku>") + "\n"
  }

  private static func element(_ product: Product, more: String = "") -> String {
    let name = "<name>\(escaped(product.name))</name>"
    let price = "<price>\(decimal(cents: product.cents))</price>"
    return #"<product id="\#(product.id)">\#(name)\#(price)\#(more)</product>"#
  }

  /// Two digits after the point, always.
  private static func decimal(cents: Int) -> String {
    let rest = cents % 100
    return "\(cents / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
  }
}
