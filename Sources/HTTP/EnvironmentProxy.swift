internal import Glibc

/// The proxy that the environment names for an address, by the rules of Go and so of kubectl.
///
/// `HTTPS_PROXY` is for https, `HTTP_PROXY` for http, in capitals or small letters. This machine itself
/// is never asked through a proxy. `NO_PROXY` lists, with commas between them: `*`; names, which
/// take in what is below them, or with a dot in front only that; addresses; ranges; each but the
/// ranges with a port or without.
struct EnvironmentProxy: Sendable {
  private let forTLS: String?
  private let forPlain: String?
  private let exceptions: [String]

  init(_ environment: [String: String]) {
    /// In capitals, or else in small letters; nil where it is empty.
    func variable(_ name: String) -> String? {
      [name, name.lowercased()].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    forTLS = variable("HTTPS_PROXY")
    forPlain = variable("HTTP_PROXY")
    exceptions = (variable("NO_PROXY") ?? "").split(separator: ",").map {
      $0.filter { !$0.isWhitespace }.lowercased()
    }
  }

  /// nil where the address is asked without one; `url` is absolute.
  func proxy(for url: String) -> String? {
    guard forTLS != nil || forPlain != nil, let parts = URLParts(url) else { return nil }
    let isTLS = parts.scheme.lowercased() == "https://"
    guard let proxy = isTLS ? forTLS : forPlain else { return nil }
    let (host, port) = Self.split(String(parts.authority))
    guard isProxied(host.lowercased(), port: port ?? (isTLS ? "443" : "80")) else { return nil }
    return proxy.contains("://") ? proxy : "http://\(proxy)"
  }

  private func isProxied(_ host: String, port: String) -> Bool {
    let address = NetworkAddress(host)
    if host == "localhost" || address?.isLoopback == true { return false }
    return !exceptions.contains { Self.excepts($0, host, address, port: port) }
  }

  private static func excepts(
    _ exception: String,
    _ host: String,
    _ address: NetworkAddress?,
    port: String,
  ) -> Bool {
    if exception == "*" { return true }
    if exception.contains("/") {
      return address.map { NetworkAddress.range(exception, holds: $0) } ?? false
    }
    let (name, onlyPort) = split(exception)
    guard !name.isEmpty, onlyPort == nil || onlyPort == port else { return false }
    if let excepted = NetworkAddress(name) { return excepted == address }
    let suffix = name.hasPrefix("*.") ? String(name.dropFirst()) : name
    if suffix.hasPrefix(".") { return host.hasSuffix(suffix) }
    return host == suffix || host.hasSuffix(".\(suffix)")
  }

  /// Host and port of an authority; the host of an IPv6 address without its brackets.
  private static func split(_ authority: String) -> (host: String, port: String?) {
    let scalars = authority.unicodeScalars
    if scalars.first == "[", let end = scalars.firstIndex(of: "]") {
      let rest = scalars[end...].dropFirst()
      return (
        String(scalars[..<end].dropFirst()), rest.first == ":" ? String(rest.dropFirst()) : nil,
      )
    }
    let parts = scalars.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return (authority, nil) }
    return (String(parts[0]), String(parts[1]))
  }
}

/// An IPv4 or IPv6 address, as its bytes.
struct NetworkAddress: Hashable {
  private let bytes: [UInt8]

  /// nil for a name; zones of IPv6 addresses are none of ours.
  init?(_ text: String) {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if unsafe inet_pton(family, text, &bytes) == 1 {
        self.bytes = bytes
        return
      }
    }
    return nil
  }

  var isLoopback: Bool {
    bytes.count == 4 ? bytes.first == 127 : bytes == Array(repeating: 0, count: 15) + [1]
  }

  /// Whether a range as `10.0.0.0/8` holds the address; nothing does that is no range.
  static func range(_ text: String, holds address: NetworkAddress) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let base = NetworkAddress(String(parts[0])), let length = Int(parts[1]),
      base.bytes.count == address.bytes.count, (0...base.bytes.count * 8).contains(length)
    else { return false }
    return zip(base.bytes, address.bytes).enumerated().allSatisfy { place, pair in
      let bits = min(8, max(0, length - place * 8))
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
      return pair.0 & mask == pair.1 & mask
    }
  }
}
