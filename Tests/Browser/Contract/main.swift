import Accord

await Accord.run(
  variable("ACCORD_BROWSER_COMPARED") != nil
    ? compared : variable("ACCORD_BROWSER_RULES") != nil ? rules : stepCount == nil ? market : many)
