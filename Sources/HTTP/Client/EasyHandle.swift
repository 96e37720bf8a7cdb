import CAccordCurl

/// Owner of one of curl's easy handles, with a setter for each kind of option.
///
/// Only the thread that drives the client uses it.
struct EasyHandle: ~Copyable {
  /// curl's handle.
  let raw: UnsafeMutableRawPointer

  /// A new handle; nil without memory.
  init?() {
    guard let raw = curl_easy_init() else { return nil }
    self.raw = raw
  }

  deinit {
    curl_easy_cleanup(raw)
  }

  func set(_ option: CURLoption, _ value: Int) -> CURLcode {
    accord_curl_set_long(raw, option, value)
  }

  func set(_ option: CURLoption, offset value: Int) -> CURLcode {
    accord_curl_set_offset(raw, option, curl_off_t(value))
  }

  /// Sets a string, which curl copies; nil for the option's default.
  func set(_ option: CURLoption, _ value: String?) -> CURLcode {
    if let value {
      accord_curl_set_string(raw, option, value)
    } else {
      accord_curl_set_string(raw, option, nil)
    }
  }

  /// Sets a pointer to what outlives the transfer.
  func set(_ option: CURLoption, pointer value: UnsafeMutableRawPointer?) -> CURLcode {
    accord_curl_set_pointer(raw, option, value)
  }

  /// Sets a list that outlives the transfer.
  func set(_ option: CURLoption, _ value: borrowing StringList) -> CURLcode {
    accord_curl_set_list(raw, option, value.head)
  }

  func set(_ option: CURLoption, callback: accord_curl_data_callback) -> CURLcode {
    accord_curl_set_data_callback(raw, option, callback)
  }

  func long(_ info: CURLINFO) -> Int {
    var value = 0
    _ = accord_curl_get_long(raw, info, &value)
    return value
  }

  func offset(_ info: CURLINFO) -> Int64 {
    var value: curl_off_t = 0
    _ = accord_curl_get_offset(raw, info, &value)
    return Int64(value)
  }

  /// The descriptor of the connection in use; nil if there is none.
  var socket: Int32? {
    var value = CURL_SOCKET_BAD
    guard accord_curl_get_socket(raw, CURLINFO_ACTIVESOCKET, &value) == CURLE_OK, value >= 0 else {
      return nil
    }
    return value
  }

  func string(_ info: CURLINFO) -> String? {
    var value: UnsafePointer<CChar>?
    _ = accord_curl_get_string(raw, info, &value)
    return value.map { String(cString: $0) }
  }
}
