import Accord

await Accord.run(stepCount == nil ? market : many)
