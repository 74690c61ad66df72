import Diagnostics
import Facts
import JSON
import Kubernetes
import Objects

extension KubernetesError {
  /// Why a request to a cluster brought no result.
  var words: String {
    switch self {
    case .transport(let error): error.words
    case .status(let status) where status.isUnauthorized && status.isOfAPI:
      "the cluster refuses the kubeconfig's credentials (401): log in again"
    case .status(let status): status.words
    case .notServed(let kind): "the cluster does not serve \(kind)"
    case .malformedAnswer(let flaw, let answerer):
      "the answer is not what the Kubernetes API gives: \(flaw.words)\(answerer.clause)"
    case .credential(let error): error.words
    }
  }

  /// What to do next, where it is not plain.
  var remedy: String? {
    switch self {
    case .status(let status) where status.isDeniedRight:
      "Grant the kubeconfig's user what the message names, then run it again."
    case .status(let status) where status.isForbidden:
      "A policy of the cluster refuses it: change what it objects to, or the policy; until then it stays refused."
    case .status(let status) where status.isUnauthorized:
      "Log in again to that context, then run it again."
    case .transport: "Run it again once the cluster can be reached."
    case .notServed: "Install what defines the kind, then run it again."
    case .status, .malformedAnswer, .credential: nil
    }
  }
}

extension APIStatus {
  /// The server's own sentence, or else what it sent in place of one.
  var words: String { firstLine.map(told) ?? (message.isEmpty ? told("no explanation") : said) }

  /// Trouble of the server's own is often told in a word or two, of which the number says what they mean.
  private var said: String { code == 429 || code >= 500 ? "\(message) (\(code))" : message }

  /// An answer that is none of the API server's is named by its number, and by who gave it.
  private func told(_ line: String) -> String { "HTTP status \(code): \(line)\(answerer.clause)" }
}

extension AnswerFlaw {
  /// As it follows what the answer should have been.
  fileprivate var words: String {
    switch self {
    case .empty: "there is nothing in it"
    case .notJSON(_, let beginning?): "it begins with `\(beginning)`"
    case .notJSON(let error, nil): error.words
    case .failure(let status): "a success that says of itself: \(status.words)"
    case .otherKind(let found?, let expected): "it is \(found.words), not \(expected.words)"
    case .otherKind(nil, let expected): "it names no kind, and \(expected.words) was asked for"
    case .otherName(let found?, let expected): "it is about \(found), not about \(expected)"
    case .otherName(nil, let expected): "it has no name, and \(expected) was asked for"
    case .noItems: "a list whose items are none"
    case .endlessList: "a list that goes on where it has begun"
    case .noUID(let name): "\(name) has no uid"
    case .noEvent: "a line of a watch that is no event"
    case .endlessLine(let limit): "a line of a watch with more than \(limit) bytes"
    case .noToken: "a TokenRequest without token or expiry"
    }
  }
}

extension AnswerFlaw.KindName {
  /// As a person names it.
  fileprivate var words: String {
    [kind, version.map { "of \($0)" }].compactMap(\.self).joined(separator: " ")
  }
}

extension WaitError {
  /// What became of the object that was waited for.
  var words: String {
    switch self {
    case .request(let error): error.words
    case .notReady(let object, let time, let last, let cause):
      "\(object.localDescription) is not ready after \(time.components.seconds) s: \(last.words)\(cause.clause)"
    case .failed(let object, let reason, let cause):
      "\(object.localDescription) has failed: \(reason.words)\(cause.clause)"
    }
  }

  /// What to do next, where it is not plain.
  var remedy: String? {
    switch self {
    case .request(let error): error.remedy
    case .notReady(_, _, _, .lacks(let lack, _)?), .failed(_, _, .lacks(let lack, _)?):
      "\(Sentence.capitalized(lack.isThere ? lack.remedy : "create it: \(lack.remedy)")), then run it again."
    case .notReady: "Look at the object's status and events, then run it again."
    case .failed: nil
    }
  }
}

extension WaitCause? {
  /// Behind what the object itself says; nothing where nothing deeper is known.
  var clause: String {
    switch self {
    case nil: ""
    case .pod(let name, let trouble)?: "; pod \(Printable.text(name)) \(trouble.words)"
    case .event(let explanation)?: "; \(Printable.text(explanation.words))"
    case .lacks(let lack, let cause)?: "; \(lack.words)\(cause.clause)"
    }
  }
}

extension PodTrouble {
  /// As it follows the pod's name.
  fileprivate var words: String {
    switch self {
    case .unscheduled(let explanation): "is given no node\(explanation.clause)"
    case .waiting(let container, let explanation):
      "cannot start its container \(container)\(explanation.clause)"
    case .ended(let container, let status, let explanation):
      "has ended its container \(container) with status \(status)\(explanation.clause)"
    case .failed(let explanation): "has failed\(explanation.clause)"
    }
  }
}
