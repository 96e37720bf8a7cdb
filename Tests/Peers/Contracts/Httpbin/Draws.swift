import Accord

/// The first octets that Python's generator makes of the seed 42.
let seededOctets: [UInt8] = [
  0x39, 0x0C, 0x8C, 0x7D, 0x72, 0x47, 0x34, 0x2C, 0xD8, 0x10, 0x0F, 0x2F, 0x6F, 0x77, 0x0D, 0x65,
]

/// What httpbin draws from the one generator of its process: seeded by one request, it must not be
/// disturbed by another.
let httpbinDraws = Group("What is drawn", .serialized) {
  Get("/bytes/16?seed=42").expect(200) {
    Header(.contentType, "application/octet-stream")
    Header(.contentLength, "16")
    Body(.bytes(seededOctets))
  }
  Get("/bytes/0").expect(200) {
    Header(.contentLength, "0")
    NoBody()
  }
  Get("/bytes/102400").expect(200) { Body(.count(102_400)) }
  Head("/bytes/16").expect(200) {
    Header(.contentLength, "16")
    NoBody()
  }
  Get("/stream-bytes/12?seed=1&chunk_size=5").expect(200) {
    NoHeader(.contentLength)
    Body(.bytes([0x44, 0x20, 0x82, 0x3C, 0xFD, 0xE6, 0xF1, 0xC2, 0x6B, 0x30, 0xF9, 0x0E]))
  }
  // Each try draws one of the two codes.
  Get("/status/200,503").eventually(within: .seconds(15), every: .milliseconds(10)).expect(200)
}
