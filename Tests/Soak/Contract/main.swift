import Accord

await Accord.run(soak)
