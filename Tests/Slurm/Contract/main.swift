import Accord

await Accord.run(warehouse)
