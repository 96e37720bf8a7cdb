/// The shop cannot listen where it was told to; the program ends with 1.
struct ListenFailure: Error, CustomStringConvertible {
  let reason: String

  var description: String { "The shop cannot listen: \(reason)." }
}
