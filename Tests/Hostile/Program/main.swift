import AccordHostile
import Foundation

// Runs the contract of the table against its servers, prints what came of each kind beside what is
// due, and ends with 1 where a row is wrong.

guard CommandLine.arguments.count == 2 else {
  print("usage: hostile PROGRAM-OF-THE-CONTRACT")
  exit(64)
}
let table = HostileTable(of: try HostileRun(program: CommandLine.arguments[1]))
print(table.markdown)
for complaint in table.complaints {
  FileHandle.standardError.write(Data((complaint + "\n").utf8))
}
exit(table.complaints.isEmpty ? 0 : 1)
