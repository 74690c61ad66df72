internal import Glibc

/// Whether names resolve on this machine, in DNS or wherever its settings look.
enum NameLookup {
  /// The system's lookup blocks, so it has a thread of its own.
  static func resolves(_ host: String) async -> Bool {
    await withCheckedContinuation { continuation in
      let work = ThreadWork { continuation.resume(returning: lookUp(host)) }
      if !work.start() { continuation.resume(returning: false) }
    }
  }

  /// Blocks until the resolver has answered.
  private static func lookUp(_ host: String) -> Bool {
    var found: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, nil, nil, &found) == 0 else { return false }
    unsafe freeaddrinfo(found)
    return true
  }
}
