internal import AccordEngine
internal import AccordHTTP

/// What is the same in every page: markup, style and script.
///
/// The policy allows this style and this script by their digests and nothing else (Content Security
/// Policy level 3): even if a run's data became markup, nothing would be run or asked for.
enum HTMLFrame {
  /// Up to the verdict in the title.
  static let beginning = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src '\(digest(of: HTMLPage.style))'; script-src '\(digest(of: HTMLPage.script))'; \
    base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <meta name="referrer" content="no-referrer">
    <title>
    """

  /// From the contract's name in the title to the verdict on the page.
  static func heading(_ contract: String) -> String {
    let name = HTMLEncoding.text(contract)
    return """
      \(name)</title>
      <style>\(HTMLPage.style)</style>
      </head>
      <body>
      \(HTMLPage.symbols)
      <header class="top">
      <div class="name"><h1>\(name)</h1><p id="facts"></p></div>
      <p id="verdict">
      """
  }

  /// From the verdict on the page to the data.
  static let main = HTMLPage.main

  /// Behind the data.
  static let end = "<script>\(HTMLPage.script)</script>\n</body>\n</html>\n"

  private static func digest(of text: String) -> String {
    "sha256-\(Base64.encode(SHA256.digest(Array(text.utf8))))"
  }
}
