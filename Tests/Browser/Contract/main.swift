import Accord

await Accord.run(
  variable("ACCORD_BROWSER_COMPARED") != nil ? compared : stepCount == nil ? market : many)
