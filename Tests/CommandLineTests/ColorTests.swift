import Testing

@testable import AccordCommandLine

@Suite("Colour")
struct ColorTests {
  @Test(
    "Colour is used where one sees it, asks for it, and does not refuse it",
    arguments: [
      (ColorChoice.auto, true, [:], true),
      (.auto, false, [:], false),
      (.auto, true, ["TERM": "dumb"], false),
      (.auto, true, ["NO_COLOR": "1"], false),
      // By no-color.org any value but an empty one refuses.
      (.auto, true, ["NO_COLOR": "0"], false),
      (.auto, true, ["NO_COLOR": "false"], false),
      (.auto, true, ["NO_COLOR": " "], false),
      (.auto, true, ["NO_COLOR": ""], true),
      (.auto, false, ["NO_COLOR": ""], false),
      (.auto, false, ["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
      (.auto, false, ["CLICOLOR_FORCE": "1", "TERM": "dumb"], true),
      (.always, true, ["NO_COLOR": "1"], true),
      (.always, false, ["CLICOLOR_FORCE": "0"], true),
      (.never, true, ["NO_COLOR": ""], false),
      (.auto, false, ["CLICOLOR_FORCE": "1"], true),
      (.auto, false, ["CLICOLOR_FORCE": "0"], false),
      (.auto, false, ["CLICOLOR_FORCE": ""], false),
      (.auto, false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (.always, false, ["NO_COLOR": "1", "TERM": "dumb"], true),
      (.never, true, ["CLICOLOR_FORCE": "1"], false),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
  func color(
    choice: ColorChoice, isTerminal: Bool, environment: [String: String], usesColor: Bool
  ) {
    #expect(choice.usesColor(isTerminal: isTerminal, environment: environment) == usesColor)
  }
}
