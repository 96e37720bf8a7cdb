import CAccordCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cookies kept between the exchanges of one scenario (RFC 6265), in memory only.
///
/// A class, since it owns a handle of curl whose address the transfers hold.
///
/// `@unchecked Sendable`: curl guards every access to a share with the lock callbacks given to it,
/// and those take a mutex. The handle itself is read only by transfers, which keep the jar alive.
package final class CookieJar: @unchecked Sendable {
  /// curl's share handle; nil without memory, then nothing is kept.
  let raw: UnsafeMutableRawPointer?
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  /// An empty jar.
  package init() {
    _ = CurlLibrary.initialization
    mutex = .allocate(capacity: 1)
    // Recursive: curl may take the lock of the share while it holds the one of the cookies.
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
    pthread_mutex_init(mutex, &attributes)
    pthread_mutexattr_destroy(&attributes)
    raw = curl_share_init()
    guard let raw else { return }
    _ = accord_curl_share_set_pointer(raw, CURLSHOPT_USERDATA, mutex)
    _ = accord_curl_share_set_callbacks(
      raw,
      { _, _, _, mutex in
        if let mutex { pthread_mutex_lock(mutex.assumingMemoryBound(to: pthread_mutex_t.self)) }
      },
      { _, _, mutex in
        if let mutex { pthread_mutex_unlock(mutex.assumingMemoryBound(to: pthread_mutex_t.self)) }
      })
    _ = accord_curl_share_set_int(raw, CURLSHOPT_SHARE, Int32(CURL_LOCK_DATA_COOKIE.rawValue))
  }

  deinit {
    curl_share_cleanup(raw)
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }
}
