/// Why a kubeconfig does not lead to a cluster.
package enum KubeconfigError: Error, Hashable, Sendable {
  case unreadable(file: String)
  case malformed(file: String, reason: String)
  case unknownContext(String, known: [String], files: [String])
  /// A context's cluster or user is not there; `part` says which.
  case missing(part: String, name: String, context: String, file: String)
  case incomplete(part: String, name: String, field: String, file: String)
  /// Two settings that exclude each other.
  case contradiction(part: String, name: String, fields: [String], file: String)
  /// A setting that would change who we are or where we go, and that is not supported.
  case unsupported(part: String, name: String, field: String, file: String)
  case badValue(part: String, name: String, field: String, reason: String, file: String)
}

extension KubeconfigError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let file): "\(file) cannot be read; give another with --kubeconfig"
    case .malformed(let file, let reason): "\(file) is no kubeconfig: \(reason)"
    case .unknownContext(let name, let known, let files):
      "there is no context \(name) in \(Self.list(files)); "
        + (known.isEmpty ? "there are none at all" : "there are \(known.joined(separator: ", "))")
    case .missing(let part, let name, let context, let file):
      "\(file): context \(context) names the \(part) \(name), which no kubeconfig defines"
    case .incomplete(let part, let name, let field, let file):
      "\(file): \(part) \(name) has no \(field)"
    case .contradiction(let part, let name, let fields, let file):
      "\(file): \(part) \(name) sets \(fields.joined(separator: " and ")); keep one of them"
    case .unsupported(let part, let name, let field, let file):
      "\(file): \(part) \(name) sets \(field), which fedctl does not support; "
        + "use a token, a client certificate or an exec plugin"
    case .badValue(let part, let name, let field, let reason, let file):
      "\(file): \(field) of \(part) \(name) \(reason)"
    }
  }

  private static func list(_ files: [String]) -> String {
    files.isEmpty ? "any kubeconfig, for none was found" : files.joined(separator: ", ")
  }
}
