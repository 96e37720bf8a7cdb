#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

exit(ToolProgram.perform(Array(CommandLine.arguments.dropFirst())).rawValue)
