#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A stack for work that recurses deeper than a thread's own stack may allow.
///
/// Threads have between 128 KiB and 8 MiB of stack, as the system pleases. What recurses tries with
/// a few levels first, which nearly always are enough, and otherwise begins anew on a thread made
/// for it.
enum DeepStack {
  #if DEBUG
    /// Up to 11 KiB were measured where nothing is optimized.
    private static let bytesPerLevel = 16 << 10
    /// How many levels any stack has room for.
    static let levelsAnywhere = 24
  #else
    /// 540 bytes were measured.
    private static let bytesPerLevel = 1 << 10
    /// How many levels any stack has room for.
    static let levelsAnywhere = 128
  #endif

  /// How many levels there are at most: more than a document of the standard depth needs, with
  /// sixteen schemas on each level.
  static let levels = 8192

  /// Only what is used of it takes memory.
  private static let size = (levels + 64) * bytesPerLevel

  /// Runs work on a thread with the large stack, and waits for it.
  ///
  /// - Returns: Whether it was run: no if the system has no thread to give.
  static func run(_ work: () -> Void) -> Bool {
    withoutActuallyEscaping(work) { work in
      let work = Work(work)
      // It outlives the thread, which is waited for.
      return withExtendedLifetime(work) { start(Unmanaged.passUnretained(work).toOpaque()) }
    }
  }

  /// What the thread is handed: a class, to pass through C as a pointer.
  private final class Work {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }

    static func perform(_ pointer: UnsafeMutableRawPointer) {
      Unmanaged<Work>.fromOpaque(pointer).takeUnretainedValue().body()
    }
  }

  private static func start(_ work: UnsafeMutableRawPointer) -> Bool {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, size) == 0 else { return false }
    #if canImport(Darwin)
      var thread: pthread_t?
      guard pthread_create(&thread, &attributes, entry, work) == 0, let thread else {
        return false
      }
    #else
      var thread = pthread_t()
      guard pthread_create(&thread, &attributes, entry, work) == 0 else { return false }
    #endif
    return pthread_join(thread, nil) == 0
  }

  #if canImport(Darwin)
    private typealias Entry = @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer?
    private static let entry: Entry = { work in
      Work.perform(work)
      return nil
    }
  #else
    private typealias Entry = @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
    private static let entry: Entry = { work in
      if let work { Work.perform(work) }
      return nil
    }
  #endif
}
