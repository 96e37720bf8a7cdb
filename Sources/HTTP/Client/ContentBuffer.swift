/// Owner of the octets that curl sends: their address stays until the next transfer of the handle.
struct ContentBuffer: ~Copyable {
  /// How many octets content may have that is copied.
  static let mostCopied = 1 << 20

  private var storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 1)

  init() {}

  deinit {
    storage.deallocate()
  }

  /// Takes a copy of the octets and gives its address, never nil, valid until the next call.
  mutating func fill(_ octets: [UInt8]) -> UnsafeMutableRawPointer? {
    if storage.count < octets.count {
      storage.deallocate()
      storage = .allocate(byteCount: octets.count, alignment: 1)
    }
    storage.copyBytes(from: octets)
    return storage.baseAddress
  }
}
