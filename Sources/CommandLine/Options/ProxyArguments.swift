internal import ArgumentParser

/// Through which proxy the server is reached, with curl's names and meanings.
struct ProxyArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Go through this proxy: http, https, socks4, socks4a, socks5 or socks5h. Without it "
        + "http_proxy, https_proxy, HTTPS_PROXY, all_proxy and ALL_PROXY count as in curl, but never "
        + "for loopback. Credentials are redacted; on the command line they are visible in the list "
        + "of processes, in ALL_PROXY they are not.",
      valueName: "url"))
  var proxy: String?

  @Option(
    help: ArgumentHelp(
      "Hosts, domains and networks to reach without a proxy, with commas between; * for all. "
        + "Without it no_proxy and NO_PROXY count.",
      valueName: "list"))
  var noProxy: String?

  @Option(
    name: .customLong("proxy-cacert"),
    help: ArgumentHelp("Trust these authorities (PEM) for a proxy with TLS.", valueName: "file"))
  var authorities: String?

  func validate() throws { try GivenPath.check(authorities, of: "--proxy-cacert") }

  @Flag(help: "Do not verify the proxy's certificate, which every report then says.")
  var proxyInsecure = false
}
