import Diagnostics
import Facts
import Kubernetes
import YAML

extension KubeconfigError {
  /// What is wrong with a kubeconfig file.
  var words: String {
    switch self {
    case .none(let places):
      "there is no kubeconfig"
        + (places.isEmpty ? "" : ", for \(places.joined(separator: ", ")) does not exist")
        + "; name one with --kubeconfig or KUBECONFIG"
    case .unreadable(let file): "\(file) cannot be read; give another with --kubeconfig"
    case .malformed(let file, let flaw): "\(file) is no kubeconfig: \(flaw.words)"
    }
  }
}

extension KubeconfigError.Flaw {
  /// As it follows the entry's name.
  fileprivate var words: String {
    switch self {
    case .notYAML(let error): "line \(error.mark.line): \(error.diagnostic.detail)"
    case .noMapping: "it holds no mapping"
    case .otherKind(let version, let kind): "it is a \(kind) of \(version), not a Config of v1"
    case .doubled(let part, let name): "\(part.section) has two entries of the name \(name)"
    case .noList(let part): "\(part.section) is no list"
    case .unnamed(let part): "an element of \(part.section) has no name"
    }
  }
}

extension ContextError {
  /// Why a context does not lead to a cluster, and where to mend it.
  var words: String {
    switch self {
    case .unknownContext(let name, let known, let files):
      "there is no context \(name) in \(Self.list(files)); "
        + (known.isEmpty ? "there are none at all" : "there are \(known.joined(separator: ", "))")
    case .missing(let part, let name, let context):
      "\(context.file): \(context.words) names the \(part.rawValue) \(name), "
        + "which no kubeconfig defines"
    case .incomplete(let entry, let field): "\(entry.file): \(entry.words) has no \(field)"
    case .contradiction(let entry, let fields):
      "\(entry.file): \(entry.words) sets \(fields.joined(separator: " and ")); keep one of them"
    case .unsupported(let entry, let field):
      "\(entry.file): \(entry.words) sets \(field), which fedctl does not support; "
        + "use a token, a client certificate or an exec plugin"
    case .badValue(let entry, let field, let flaw):
      "\(entry.file): \(field) of \(entry.words) \(flaw.words)"
    }
  }

  /// Where contexts were looked for.
  private static func list(_ files: [String]) -> String {
    files.isEmpty ? "any kubeconfig, for none was found" : files.joined(separator: ", ")
  }
}

extension KubeconfigEntryName {
  /// As it follows the entry's name.
  fileprivate var words: String { "\(part.rawValue) \(name)" }
}

extension ContextError.ValueFlaw {
  /// As it follows the entry's name.
  fileprivate var words: String {
    switch self {
    case .notText: "must be text"
    case .notFlag: "must be true or false"
    case .notBase64: "is not base64"
    case .unreadableFile(let path): "names \(path), which cannot be read"
    case .noURL: "is no address of HTTP"
    case .noProxy(let scheme): "has the scheme \(scheme); http, https and socks5 are supported"
    case .encryptedKey:
      "needs a passphrase; give the key without one, or use a token or an exec plugin"
    case .unknownVersion(let version): "is \(version); v1 and v1beta1 are supported"
    case .unknownMode(let mode): "is \(mode), which is no mode"
    }
  }
}
