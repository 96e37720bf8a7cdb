/// Puts rendered pieces into the run's order.
///
/// Steps are done in any order. A piece whose turn has come is given on at once; one that waits for
/// an earlier one is kept in memory, and beyond a thousand pieces or 32 MiB in one temporary file
/// without a name, so that one slow step does not cost a machine its memory.
struct OrderedOutput<Note> {
  /// What waits: its octets, or where they are in the file.
  private enum Waiting {
    case inMemory([UInt8], Note)
    case inFile(offset: Int, count: Int, Note)
  }

  private let limits: (pieces: Int, octets: Int)
  private var waiting: [Int: Waiting] = [:]
  private var next = 0
  private var piecesInMemory = 0
  private var octetsInMemory = 0
  /// Where pieces wait outside of memory.
  let file = SpillFile()
  private var isHeld: Bool
  /// Whether a piece could not be read back: what was given on has a hole.
  private(set) var hasLostPieces = false

  /// - Parameters:
  ///   - isHeld: Whether all pieces wait for the end, to be put into an order of their own.
  ///   - pieces: How many pieces may wait in memory.
  ///   - octets: How many octets those may have together.
  init(isHeld: Bool = false, pieces: Int = 1_000, octets: Int = 32 << 20) {
    self.isHeld = isHeld
    limits = (pieces, octets)
  }

  /// Adds the piece of a number, and gives on each whose turn has come.
  mutating func add(
    _ piece: [UInt8], _ note: Note, at number: Int, emit: ([UInt8], Note) -> Void
  ) {
    if number == next, !isHeld {
      emit(piece, note)
      next += 1
      while !waiting.isEmpty, let piece = waiting.removeValue(forKey: next) {
        give(piece, emit)
        next += 1
      }
      if waiting.isEmpty { file.clear() }
    } else if piecesInMemory < limits.pieces, octetsInMemory + piece.count <= limits.octets {
      keep(piece, note, at: number)
    } else if let offset = file.append(piece) {
      waiting[number] = .inFile(offset: offset, count: piece.count, note)
    } else {
      // Without a file there is memory only: better than a report with holes.
      keep(piece, note, at: number)
    }
  }

  /// Gives on what still waits: by number, or in an order of notes.
  mutating func drain(
    sortedBy precedes: ((Note, Note) -> Bool)? = nil, emit: ([UInt8], Note) -> Void
  ) {
    var numbers = waiting.keys.sorted()
    if let precedes {
      let notes = waiting.mapValues { waiting in
        switch waiting {
        case .inMemory(_, let note), .inFile(_, _, let note): note
        }
      }
      numbers.sort { first, second in
        guard let a = notes[first], let b = notes[second] else { return first < second }
        if precedes(a, b) { return true }
        return precedes(b, a) ? false : first < second
      }
    }
    for number in numbers {
      if let piece = waiting.removeValue(forKey: number) { give(piece, emit) }
    }
    file.clear()
  }

  private mutating func keep(_ piece: [UInt8], _ note: Note, at number: Int) {
    waiting[number] = .inMemory(piece, note)
    piecesInMemory += 1
    octetsInMemory += piece.count
  }

  private mutating func give(_ piece: Waiting, _ emit: ([UInt8], Note) -> Void) {
    switch piece {
    case .inMemory(let octets, let note):
      piecesInMemory -= 1
      octetsInMemory -= octets.count
      emit(octets, note)
    case .inFile(let offset, let count, let note):
      if let octets = file.read(at: offset, count: count) {
        emit(octets, note)
      } else {
        hasLostPieces = true
      }
    }
  }
}

/// The one temporary file of an ``OrderedOutput``, made when it is first needed.
///
/// A class, since it owns a file that is closed once.
final class SpillFile {
  private var descriptor: Int32?
  private var isUnusable = false
  /// How many octets it holds.
  private(set) var count = 0

  deinit {
    if let descriptor { try? POSIX.closeFile(descriptor) }
  }

  /// Where the octets were put, or `nil` where they could not be.
  func append(_ octets: [UInt8]) -> Int? {
    guard !isUnusable else { return nil }
    do throws(POSIX.Failure) {
      let file = if let descriptor { descriptor } else { try POSIX.anonymousFile() }
      descriptor = file
      try POSIX.writeAll(octets[...], to: file, at: count)
      defer { count += octets.count }
      return count
    } catch {
      isUnusable = true
      return nil
    }
  }

  /// Octets that were put there; `nil` where they cannot be read.
  func read(at offset: Int, count: Int) -> [UInt8]? {
    guard let descriptor,
      let octets = try? POSIX.read(descriptor, at: offset, count: count), octets.count == count
    else { return nil }
    return octets
  }

  func clear() {
    guard let descriptor, count > 0 else { return }
    POSIX.truncate(descriptor)
    count = 0
  }
}
