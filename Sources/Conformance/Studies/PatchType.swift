internal import AccordHTTP

/// Media types of patches.
enum PatchType {
  /// A merge patch (RFC 7396).
  static let merge = "application/merge-patch+json"
  /// A list of operations (RFC 6902).
  static let json = "application/json-patch+json"
}

extension Probe {
  /// The media types in which an item can be patched: those that the target names, and those of
  /// Accept-Patch (RFC 5789 section 3.1).
  func patchTypes(of url: String) -> Set<String> {
    if let known = workshop.patchTypes { return known }
    var types = Set((target.collection?.patchTypes ?? []).map { $0.lowercased() })
    if types.isEmpty, let options = try? read(url, method: "OPTIONS"), options.isSuccess,
      let line = options.line("accept-patch")
    {
      for type in line.split(separator: ",") {
        if let type = MediaType(parsing: Array(type.utf8)[...].trimmed) {
          types.insert(type.essence)
        }
      }
    }
    workshop.patchTypes = types
    return types
  }
}
