import AccordHostile
import Foundation

// Runs the contract of the table against its servers, prints what came of each kind beside what is
// due, and ends with 1 where a row is wrong. With `serve` in place of the contract's program it only
// runs the servers and prints how to call that program.

func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

do {
  guard CommandLine.arguments.count == 2 else {
    complain("usage: hostile PROGRAM-OF-THE-CONTRACT | serve")
    exit(64)
  }
  if CommandLine.arguments[1] == "serve" {
    let servers = try HostileServers()
    print((["--url", servers.url] + servers.arguments).joined(separator: " "))
    fflush(nil)
    while true { sleep(1_000) }
  }
  let table = HostileTable(of: try HostileRun(program: CommandLine.arguments[1]))
  print(table.markdown)
  for complaint in table.complaints { complain(complaint) }
  exit(table.complaints.isEmpty ? 0 : 1)
} catch {
  complain("\(error)")
  exit(1)
}
