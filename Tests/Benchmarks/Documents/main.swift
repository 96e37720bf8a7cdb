import Foundation

// benchmark-documents time TASK ARGUMENT…
//   prints the seconds that one call takes, and the number that it gives: it says whether others
//   did the same work.
// benchmark-documents once TASK ARGUMENT…
//   calls once, for who measures the process. Exit code 1: it ended in an error, which is printed.

let words = Array(CommandLine.arguments.dropFirst())
func fail(_ error: any Error, code: Int32) -> Never {
  FileHandle.standardError.write(Data("\(words.joined(separator: " ")): \(error)\n".utf8))
  exit(code)
}

do {
  let task = try Task(words.dropFirst())
  let call = try task.prepared()
  switch words.first {
  case "time":
    var clock = Clock()
    let seconds = try clock.seconds(of: call)
    print(seconds, clock.result)
  case "once":
    do {
      print(try call())
    } catch {
      fail(error, code: 1)
    }
  default:
    throw Failure.unknown
  }
} catch {
  fail(error, code: 2)
}
