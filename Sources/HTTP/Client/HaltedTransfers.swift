/// The transfers that a callback paused for good; they end when curl has returned, since within a
/// callback curl lets nobody end one.
///
/// A class, since all transfers of a client share it, on the client's thread.
final class HaltedTransfers {
  var transfers: [Transfer] = []
}
