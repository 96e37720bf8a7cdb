#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

// What libFuzzer calls. `Tests/Fuzzing/run` says by the environment which parser is meant.

/// The parser that `ACCORD_FUZZ_TARGET` names.
private let target = Environment.value("ACCORD_FUZZ_TARGET").flatMap(FuzzTarget.init(rawValue:))

/// Refuses an unknown name before anything runs; with `ACCORD_FUZZ_SEEDS`, a folder, writes there
/// what the official suites have to begin with, and ends.
///
/// Exit code 64 for an unknown name, 1 for suites that cannot be read.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  guard let target else {
    print("ACCORD_FUZZ_TARGET has to be one of", FuzzTarget.names)
    exit(64)
  }
  guard let folder = Environment.value("ACCORD_FUZZ_SEEDS") else { return 0 }
  do {
    try SuiteSeeds(suites: Environment.value("ACCORD_SUITES")).write(for: target, to: folder)
    exit(0)
  } catch {
    print("The suites have no seeds for \(target.rawValue): \(error)")
    exit(1)
  }
}

/// Hands one input to the parser.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target?.test(FuzzInput(Array(UnsafeBufferPointer(start: bytes, count: count))))
  return 0
}

/// Ends the process where a promise does not hold, so that libFuzzer keeps the input.
func require(_ holds: Bool, _ promise: @autoclosure () -> String) {
  // A trap is what a finding is.
  if !holds { fatalError("broken promise: \(promise())") }
}

/// The environment's variables; one that is empty is not there.
enum Environment {
  static func value(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }
}
