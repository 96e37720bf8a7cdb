/// What caches may do with an answer (RFC 9111 section 5.2).
enum Caching: String {
  /// It may change any time: keep it, but ask before using it.
  case revalidated = "no-cache"
  /// Fixed for as long as the process lives: anyone may keep it for a minute.
  case lasting = "public, max-age=60"
  /// For one client only, and to be asked for each time.
  case personal = "private, no-cache"
  /// Not to be kept at all.
  case never = "no-store"
}
