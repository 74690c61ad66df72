import Diagnostics
import Facts
import Operate
import Templates
import YAML

extension BundleProblem {
  /// One summary for all flaws, so that it can be searched for.
  var diagnostic: Diagnostic {
    Diagnostic(
      .error,
      "cannot use the operator's bundle",
      detail: flaw.detail(of: bundle),
      remedy: flaw.remedy,
    )
  }
}

extension BundleProblem.Flaw {
  /// What is wrong with it, after the bundle's name.
  fileprivate func detail(of bundle: String) -> String {
    let words =
      switch self {
      case .unreadable(let cause): cause.words
      case .unreachable(let error): "\(error.words)."
      case .answered(let status): "the server answers \(status)."
      case .endlessRedirects: "it leads from one address to the next without end."
      case .tooLarge(let limit): "It has more than \(limit) bytes."
      case .otherDigest(let found): "Its SHA-256 digest is \(found), not what `sha256` says."
      case .webPage: "It is a web page, not YAML."
      case .notYAML(let error): error.diagnostic.detail
      case .content(let error): error.detail
      }
    return "`\(bundle)`: \(words)"
  }

  /// What to do about it.
  fileprivate var remedy: String {
    switch self {
    case .unreadable: "Check `path`, which is relative to the fleet file's folder."
    case .unreachable, .answered, .endlessRedirects:
      "Check `url`, or download it yourself and give its `path`."
    case .tooLarge: "Check that it is the bundle.yaml of a release of prometheus-operator."
    case .otherDigest: "If it is what you mean, and you have looked at it, give that digest."
    case .webPage: "Use the address of the file itself, as a raw download has it."
    case .content(.impossible(let pair)): pair.remedy
    case .notYAML, .content:
      "Use the bundle.yaml of a release of prometheus-operator as it is published."
    }
  }
}

extension BundleError {
  /// What the file should hold and does not.
  fileprivate var detail: String {
    switch self {
    case .noObject: "It holds a document that is no Kubernetes object."
    case .otherKind(let object): "It holds \(object), which an operator's bundle has no place for."
    case .noOperator: "It must hold one Deployment with one container: the operator's."
    case .noDefinitions: "It does not define Prometheus.monitoring.coreos.com/v1."
    case .impossible(let pair): "Its \(pair.words)"
    }
  }
}
