import Facts

/// Why there is no demonstration.
package enum DemoProblem: Error, Hashable, Fact {
  /// The folder that it would have for itself cannot be made there.
  case noFolder(String)
  /// fedctl's sandbox stands neither in this folder, beside fedctl itself, nor on the PATH.
  case noSandbox(beside: String)
  /// The sandbox could not be started, with an `errno`.
  case notStarted(Int32)
  /// It has ended before it was asked to; with the last of what it said.
  case sandboxEnded(said: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case noFolder = "demo.no-folder"
    case noSandbox = "demo.no-sandbox"
    case notStarted = "demo.sandbox-not-started"
    case sandboxEnded = "demo.sandbox-ended"
  }

  package var code: Code {
    switch self {
    case .noFolder: .noFolder
    case .noSandbox: .noSandbox
    case .notStarted: .notStarted
    case .sandboxEnded: .sandboxEnded
    }
  }
}
