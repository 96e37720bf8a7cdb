/// The users that the shop opens with: 25, so that a page of ten has a next one, and a last one that
/// is not full.
enum Seed {
  static let names = [
    "Ada", "Alan", "Anita", "Barbara", "Claude", "Dana", "Donald", "Edsger", "Frances", "Grace",
    "Hedy", "Ivan", "Jean", "John", "Karen", "Ken", "Leslie", "Lynn", "Margaret", "Niklaus",
    "Radia", "Robin", "Sophie", "Tony", "Vint",
  ]

  static func user(id: Int, name: String) -> User {
    User(id: id, name: name, email: "\(name.lowercased())@example.com")
  }
}
