import Accord

await Accord.run(shop)
