private import Synchronization

/// The secrets that a run knows at this moment.
///
/// Whoever reads, makes or is given one adds it before it is used; whoever prints goes past it. So a
/// server that quotes what it was sent tells nobody anything. It grows while the run lasts, and may be
/// used from any task.
package final class KnownSecrets: Sendable {
  private struct State {
    var texts = SecretTexts()
    /// What has come since anything was last printed: most runs learn much and print little.
    var news: [String] = []

    mutating func takeNews() {
      guard !news.isEmpty else { return }
      texts.insert(news)
      news = []
    }
  }

  private let state = Mutex(State())

  /// None yet.
  package init() {}

  /// From now on these are hidden in every form; those of fewer than eight bytes are not.
  package func insert(_ secrets: some Sequence<String>) {
    let secrets = Array(secrets)
    guard !secrets.isEmpty else { return }
    state.withLock { state in
      state.news += secrets
      if state.news.count >= Self.mostNews { state.takeNews() }
    }
  }

  /// Of more, each request that shows the same token would make it longer.
  private static let mostNews = 4_096

  /// The text with everything replaced that is known now.
  package func redact(_ text: String) -> String {
    let texts = state.withLock { state in
      state.takeNews()
      return state.texts
    }
    return texts.redact(text)
  }
}
