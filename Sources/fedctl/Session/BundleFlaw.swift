import Diagnostics
import Facts
import Templates

/// Why a bundle cannot be used.
enum BundleFlaw {
  case unreachable(String)
  case tooLarge
  case otherDigest(found: String)
  case webPage
  case content(BundleError)

  fileprivate var words: (detail: String, remedy: String) {
    switch self {
    case .unreachable(let reason):
      ("\(reason).", "Check `url`, or download it yourself and give its `path`.")
    case .tooLarge:
      (
        "It has more than \(OperatorBundles.sizeLimit) bytes.",
        "Check that it is the bundle.yaml of a release of prometheus-operator.",
      )
    case .otherDigest(let found):
      (
        "Its SHA-256 digest is \(found), not what `sha256` says.",
        "If it is what you mean, and you have looked at it, give that digest.",
      )
    case .webPage:
      (
        "It is a web page, not YAML.",
        "Use the address of the file itself, as a raw download has it.",
      )
    case .content(let error): (error.detail, Self.rightFile)
    }
  }

  private static let rightFile =
    "Use the bundle.yaml of a release of prometheus-operator as it is published."
}

extension BundleError {
  fileprivate var detail: String {
    switch self {
    case .noObject: "It holds a document that is no Kubernetes object."
    case .otherKind(let object): "It holds \(object), which an operator's bundle has no place for."
    case .noOperator: "It must hold one Deployment with one container: the operator's."
    case .noDefinitions: "It does not define Prometheus.monitoring.coreos.com/v1."
    }
  }
}

extension Diagnostic {
  static func bundle(_ name: String, _ flaw: BundleFlaw) -> Diagnostic {
    let (detail, remedy) = flaw.words
    return bundle(detail: "`\(name)`: \(detail)", remedy: remedy)
  }

  static func bundle(unreadable problem: Diagnostic) -> Diagnostic {
    bundle(
      detail: problem.detail,
      remedy: "Check `path`, which is relative to the fleet file's folder.",
    )
  }

  private static func bundle(detail: String, remedy: String) -> Diagnostic {
    Diagnostic(.error, "cannot use the operator's bundle", detail: detail, remedy: remedy)
  }
}
