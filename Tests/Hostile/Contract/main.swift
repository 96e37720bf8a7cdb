import Accord
import AccordHostile

await Accord.run(HostileKind.contract)
