extension RuleSection {
  /// RFC 9110 section 9.2.1: safe methods.
  static let safeMethods = RuleSection(
    .rfc9110, "9.2.1",
    [
      Rule(
        "http.get.safe", .must, .methods,
        "GET changes nothing that somebody could ask for.",
        remedy: "Do what changes something on POST, PUT, PATCH or DELETE only.",
        also: [Citation(.rfc9205, "4.5.1")],
        active: .of(Witness.self) { study throws(Obstacle) in
          study.gets.verdict(
            "is another one after something else was read with GET", act: "GET in between")
        }),
      Rule(
        "http.head.safe", .must, .methods,
        "HEAD and OPTIONS change nothing that somebody could ask for.",
        remedy: "Let HEAD do what GET does, and OPTIONS nothing.",
        dependsOn: ["http.get.safe"],
        active: .of(Witness.self) { study throws(Obstacle) in
          study.others.verdict(
            "is another one after HEAD and OPTIONS of something else", act: "in between")
        }),
    ])
}
