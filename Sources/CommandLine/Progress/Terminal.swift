#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The terminal that standard error leads to, written to without ever waiting for it.
///
/// It is opened anew, since a stream that does not wait would be one that it shares with other
/// programs: the shell's own.
///
/// A class, since it owns a descriptor that is closed once.
final class Terminal {
  private let descriptor: Int32
  /// What the terminal did not take yet: the end of a line, or of a control sequence.
  private var pending: [UInt8] = []

  /// The terminal of a stream; nil where it cannot be opened.
  init?(of stream: Int32 = STDERR_FILENO) {
    var name = [CChar](repeating: 0, count: 1_024)
    let flags = O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
    var descriptor: Int32 = -1
    if ttyname_r(stream, &name, name.count) == 0 { descriptor = open(name, flags) }
    // In a container the name may be one of another world.
    if descriptor < 0 { descriptor = open("/dev/fd/\(stream)", flags) }
    guard descriptor >= 0 else { return nil }
    guard isatty(descriptor) == 1 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// How many columns it has now; 80 where it does not say.
  var columns: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether all that was written was taken.
  var isFree: Bool { pending.isEmpty }

  /// Writes what it takes, and keeps the rest for the next time.
  func write(_ text: String) {
    pending += Array(text.utf8)
    flush()
  }

  /// Writes what was kept.
  func flush() {
    while !pending.isEmpty {
      let count = pending.withUnsafeBytes { octets in
        #if canImport(Glibc)
          Glibc.write(descriptor, octets.baseAddress, octets.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, octets.baseAddress, octets.count)
        #else
          Darwin.write(descriptor, octets.baseAddress, octets.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno != EAGAIN {
        // It hung up: there is nobody to show anything to.
        pending = []
      }
      guard count > 0 else { return }
      pending.removeFirst(count)
    }
  }
}
