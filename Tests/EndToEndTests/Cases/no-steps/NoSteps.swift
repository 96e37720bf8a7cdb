import Accord

let noStepsContract = Contract("Nothing") {}
