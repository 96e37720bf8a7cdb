import Accord

await Accord.run(measured)
