internal import Facts
internal import FoundationEssentials
internal import Synchronization

/// A plugin's answer, kept until it expires; however many ask, the plugin runs once.
final class PluginCredential: Sendable {
  private let plugin: ExecPlugin
  private let turn = Semaphore(1)
  private let answer = Mutex<ExecPlugin.Answer?>(nil)

  /// The plugin runs when somebody first asks.
  init(_ plugin: ExecPlugin) { self.plugin = plugin }

  /// `refused` is what the server would not take: it is never given again.
  func proof(insteadOf refused: Credential.Proof?) async throws(CredentialError) -> Credential.Proof
  {
    guard await turn.wait() else { throw .cancelled }
    defer { turn.signal() }
    if let kept = answer.withLock(\.self), kept.proof != refused, kept.isFresh { return kept.proof }
    let new = try await plugin.run()
    answer.withLock { $0 = new }
    return new.proof
  }
}

extension ExecPlugin.Answer {
  /// Not about to expire while the request is under way.
  fileprivate var isFresh: Bool { expiry.map { $0.timeIntervalSinceNow > 30 } ?? true }
}
