import Testing

@testable import AccordReports

@Suite("Pieces in the run's order")
struct OrderedOutputTests {
  private func collect(
    _ order: [Int], pieces: Int = 1_000, octets: Int = 1 << 20
  ) -> (emitted: [Int], mostInFile: Int, leftInFile: Int) {
    var ordered = OrderedOutput<Int>(pieces: pieces, octets: octets)
    var emitted: [Int] = []
    var mostInFile = 0
    for number in order {
      ordered.add(Array("piece \(number)".utf8), number, at: number) { piece, note in
        #expect(piece == Array("piece \(note)".utf8))
        emitted.append(note)
      }
      mostInFile = max(mostInFile, ordered.file.count)
    }
    return (emitted, mostInFile, ordered.file.count)
  }

  @Test("They come in order, whatever the order in which they were made")
  func order() {
    #expect(collect([0, 1, 2]).emitted == [0, 1, 2])
    #expect(collect([3, 1, 2, 0]).emitted == [0, 1, 2, 3])
    #expect(collect([0, 2, 1, 4]).emitted == [0, 1, 2])
    let shuffled = (0..<500).shuffled()
    #expect(collect(shuffled).emitted == Array(0..<500))
  }

  @Test("Beyond the limit they wait in a file, which is empty again afterwards")
  func spilling() {
    let late = Array(1..<200) + [0]
    let byCount = collect(late, pieces: 10)
    #expect(byCount.emitted == Array(0..<200))
    #expect(byCount.mostInFile > 1_500)
    #expect(byCount.leftInFile == 0)
    let bySize = collect(late, octets: 100)
    #expect(bySize.emitted == Array(0..<200))
    #expect(bySize.mostInFile > 1_500)
  }

  @Test("What waits for a piece that never comes is given on at the end")
  func draining() {
    var ordered = OrderedOutput<Int>(pieces: 2)
    var emitted: [Int] = []
    for number in [5, 4, 9, 7] {
      ordered.add([UInt8(number)], number, at: number) { _, note in emitted.append(note) }
    }
    #expect(emitted == [])
    ordered.drain { piece, note in
      #expect(piece == [UInt8(note)])
      emitted.append(note)
    }
    #expect(emitted == [4, 5, 7, 9])
  }

  @Test("Held pieces come at the end, in an order of their own")
  func held() {
    var ordered = OrderedOutput<Int>(isHeld: true)
    var emitted: [Int] = []
    for number in 0..<6 {
      ordered.add([], number % 2, at: number) { _, note in emitted.append(note) }
    }
    #expect(emitted == [])
    ordered.drain(sortedBy: <) { _, note in emitted.append(note) }
    #expect(emitted == [0, 0, 0, 1, 1, 1])
  }
}
