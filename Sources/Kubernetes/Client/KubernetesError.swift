package import HTTP

/// Why a cluster did not do what it was asked.
package enum KubernetesError: Error, Hashable, Sendable {
  case transport(TransportError)
  case status(APIStatus)
  case credentials(CredentialError)
  /// An answer that is no JSON of the expected shape.
  case malformedResponse(String)
  /// The kind's list does not exist: its definition is not installed.
  case notServed(kind: String)
  case timedOut(Readiness)
  /// The object said that it will never become ready.
  case failed(String)
  case cancelled
}

extension KubernetesError {
  package var status: APIStatus? {
    if case .status(let status) = self { status } else { nil }
  }

  package var isNotServed: Bool {
    if case .notServed = self { true } else { status?.isNotServed ?? false }
  }

  package var isNotFound: Bool { status?.isNotFound ?? false }
  package var isForbidden: Bool { status?.isForbidden ?? false }
  package var isImmutableFieldChange: Bool { status?.isImmutableFieldChange ?? false }
}

extension KubernetesError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .transport(let error): error.description
    case .status(let status) where status.isUnauthorized:
      "the API server does not accept the credentials (401); log in again or mend the kubeconfig"
    case .status(let status): status.description
    case .credentials(let error): error.description
    case .malformedResponse(let reason): "the answer is not the API server's: \(reason)"
    case .notServed(let kind): "the API server does not know \(kind)"
    case .timedOut(.waiting(let reason)), .timedOut(.failed(let reason)):
      "not ready in time: \(reason)"
    case .timedOut(.ready): "not ready in time"
    case .failed(let reason): reason
    case .cancelled: "cancelled"
    }
  }
}
