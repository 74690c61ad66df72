/// Why a request to a cluster brought no result.
package enum KubernetesError: Error, Hashable, Sendable {
  case transport(TransportError)
  case status(APIStatus)
  /// The kind's definition is not there (yet); the kind as `Route.route.openshift.io`.
  case notServed(kind: String)
  /// The answer was no JSON, or not what was asked for; who gave it.
  case malformedAnswer(AnswerFlaw, from: Answerer? = nil)
  /// The kubeconfig's way to a credential failed.
  case credential(CredentialError)
}

extension KubernetesError {
  /// 403, said by an API server.
  package var isForbidden: Bool { status?.isForbidden ?? false }
  /// 401.
  package var isUnauthorized: Bool { status?.isUnauthorized ?? false }
  /// 404, said by an API server.
  package var isNotFound: Bool { status?.isNotFound ?? false }
  /// 409, over a version or over fields.
  package var isConflict: Bool { status?.isConflict ?? false }
  /// 422, of a field that cannot be changed in place.
  package var isImmutableFieldChange: Bool { status?.isImmutableFieldChange ?? false }

  /// The cluster has no such kind, or not yet.
  package var isNotServed: Bool {
    if case .notServed = self { true } else { false }
  }

  /// What the API server said, where it said anything.
  package var status: APIStatus? {
    if case .status(let status) = self { status } else { nil }
  }
}

extension KubernetesError: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// No answer came.
    case unanswered = "cluster.unanswered"
    /// The cluster does not accept who asks (401).
    case unauthorized = "cluster.unauthorized"
    /// Whoever asks may not do that (403).
    case forbidden = "cluster.forbidden"
    /// What was asked for is not there (404).
    case notFound = "cluster.not-found"
    /// Somebody else has changed or owns it (409).
    case conflict = "cluster.conflict"
    /// The API server refuses for another reason.
    case refused = "cluster.refused"
    case notServed = "cluster.kind-not-served"
    case malformedAnswer = "cluster.malformed-answer"
    case noCredential = "cluster.no-credential"
  }

  package var code: Code {
    switch self {
    case .transport: .unanswered
    case .status(let status): status.kubernetesCode
    case .notServed: .notServed
    case .malformedAnswer: .malformedAnswer
    case .credential: .noCredential
    }
  }
}

extension APIStatus {
  fileprivate var kubernetesCode: KubernetesError.Code {
    switch code {
    case 401: .unauthorized
    case 403: .forbidden
    case 404: .notFound
    case 409: .conflict
    default: .refused
    }
  }
}
