package import Facts
import HTTP

/// Why a request to a cluster brought no result.
package enum KubernetesError: Error, Sendable {
  case transport(TransportError)
  case status(APIStatus)
  /// The kind's definition is not there (yet).
  case notServed(kind: String)
  /// The answer was no JSON, or not what was asked for.
  case malformedAnswer(reason: String)
  /// The kubeconfig's way to a credential failed.
  case credential(CredentialError)
}

extension KubernetesError {
  package var isForbidden: Bool { status?.isForbidden ?? false }
  package var isUnauthorized: Bool { status?.isUnauthorized ?? false }
  package var isNotFound: Bool { status?.isNotFound ?? false }
  package var isConflict: Bool { status?.isConflict ?? false }
  package var isImmutableFieldChange: Bool { status?.isImmutableFieldChange ?? false }

  package var isNotServed: Bool {
    if case .notServed = self { true } else { false }
  }

  private var status: APIStatus? {
    if case .status(let status) = self { status } else { nil }
  }
}

extension KubernetesError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .transport(let error): error.description
    case .status(let status) where status.isUnauthorized:
      "the cluster refuses the kubeconfig's credentials (401): log in again"
    case .status(let status): status.message
    case .notServed(let kind): "the cluster does not serve \(kind)"
    case .malformedAnswer(let reason): "the answer is not what the Kubernetes API gives: \(reason)"
    case .credential(let error): error.description
    }
  }
}
