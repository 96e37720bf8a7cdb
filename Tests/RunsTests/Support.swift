import Foundation

/// Lets something be done with a file of this text, and takes the file away again.
func withFile<Value>(_ text: String, _ body: (String) throws -> Value) throws -> Value {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("accord-runs-\(UUID().uuidString)").path
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}
