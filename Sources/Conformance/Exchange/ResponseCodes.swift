extension Int {
  /// Whether the content of an answer with this response code is no whole representation: a part of one,
  /// or what makes one of an earlier one (RFC 9110 section 15.3.7, RFC 3229 section 10.4.1).
  var isOfPartialContent: Bool { self == 206 || self == 226 }

  /// Whether this response code is about something else than the method and the form of a message: who
  /// asks, how often, for which host, what it costs, or that the server has a fault.
  var isOfSomethingElse: Bool {
    [401, 402, 403, 407, 408, 421, 426, 429, 451].contains(self) || self >= 500
  }
}
