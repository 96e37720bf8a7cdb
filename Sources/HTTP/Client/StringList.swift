import CAccordCurl

/// Owner of one of curl's lists of strings.
struct StringList: ~Copyable {
  /// The first element; nil for the empty list.
  private(set) var head: UnsafeMutablePointer<curl_slist>?

  init() {}

  /// A list of these strings.
  init(_ strings: [String]) {
    for string in strings { append(string) }
  }

  deinit {
    curl_slist_free_all(head)
  }

  /// Appends a copy of the string.
  mutating func append(_ string: String) {
    // NULL means that there was no memory; the list is unchanged then.
    if let longer = curl_slist_append(head, string) { head = longer }
  }

  /// Gives the list away to one that frees it.
  mutating func take() -> UnsafeMutablePointer<curl_slist>? {
    defer { head = nil }
    return head
  }
}
