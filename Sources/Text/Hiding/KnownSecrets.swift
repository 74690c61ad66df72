private import Synchronization

/// The secrets that a run knows at this moment.
///
/// Whoever reads, makes or is given one adds it before it is used; whoever prints goes past it. So a
/// server that quotes what it was sent tells nobody anything. It grows while the run lasts, and may be
/// used from any task.
package final class KnownSecrets: Sendable {
  private let texts = Mutex(SecretTexts())

  /// None yet.
  package init() {}

  /// From now on these are hidden in every form; those of fewer than eight bytes are not.
  package func insert(_ secrets: some Sequence<String>) {
    let secrets = Array(secrets)
    texts.withLock { $0.insert(secrets) }
  }

  /// The text with everything replaced that is known now.
  package func redact(_ text: String) -> String { texts.withLock { $0 }.redact(text) }
}
