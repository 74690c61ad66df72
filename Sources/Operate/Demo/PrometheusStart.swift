import Synchronization

/// What a Prometheus logs until it answers.
///
/// Its words have been the same in versions 2 and 3 (prometheus/prometheus:cmd/prometheus/main.go, and
/// prometheus/exporter-toolkit:web/tls_config.go for the address).
final class PrometheusStart: Sendable {
  private let address = Mutex<String?>(nil)

  /// Its URL, with the line that says that it is ready.
  func read(_ line: String) -> String? {
    address.withLock { address in
      // The port that it was told to listen at is 0, and none.
      if let match = line.firstMatch(of: /Listening on.* address=(127\.0\.0\.1:[1-9][0-9]*)/) {
        address = String(match.1)
      }
      guard line.contains("Server is ready to receive web requests") else { return nil }
      return address.map { "http://\($0)" }
    }
  }
}
