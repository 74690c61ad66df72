import Facts
package import Fleet
package import Metrics
package import Plan

/// What is true of the hub as a whole.
package enum HubFinding: Error, Fact, Hashable {
  /// The kubeconfig does not lead to the hub.
  case closed(UnknownCluster)
  /// The hub's metrics cannot be asked for.
  case unanswered(MetricsFailure)
  /// One of the questions was not answered, and what depends on it is not told.
  case untold(VerifyQuestion, MetricsFailure)
  /// The querier could not ask all of its stores, in its words: what is found may lack what they have.
  case partial([String])
  /// So many stores answer the querier.
  case storesAnswer(Int)
  /// The querier cannot ask this store, in its words.
  case storeFails(kind: String, name: String, said: String)
  /// Nothing that the querier asks has what clusters send now.
  case noFreshStore
  /// So many rules are loaded.
  case rulesLoaded(Int)
  /// A rule cannot be evaluated, in the evaluator's words.
  case ruleFails(group: String, rule: String, said: String)
  /// The compactor has given up until somebody helps it.
  case compactorHalted
  /// Nothing that receive has taken in has reached the bucket for so many seconds.
  case uploadsLate(seconds: Int)
  /// What one of receive's pods has taken in, and for how many tenants it holds anything.
  case receiveTells(ReceiveFigures, tenants: Int)
  /// Series under a name that no cluster of the file has.
  case stranger([ExternalLabel], series: Int)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case closed = "verify.hub-closed"
    case unanswered = "verify.hub-unanswered"
    case untold = "verify.question-unanswered"
    case partial = "verify.partial-answers"
    case storesAnswer = "verify.stores-answer"
    case storeFails = "verify.store-fails"
    case noFreshStore = "verify.no-fresh-store"
    case rulesLoaded = "verify.rules-loaded"
    case ruleFails = "verify.rule-fails"
    case compactorHalted = "verify.compactor-halted"
    case uploadsLate = "verify.uploads-late"
    case receiveTells = "verify.receive-tells"
    case stranger = "verify.stranger"
  }

  package var code: Code {
    switch self {
    case .closed: .closed
    case .unanswered: .unanswered
    case .untold: .untold
    case .partial: .partial
    case .storesAnswer: .storesAnswer
    case .storeFails: .storeFails
    case .noFreshStore: .noFreshStore
    case .rulesLoaded: .rulesLoaded
    case .ruleFails: .ruleFails
    case .compactorHalted: .compactorHalted
    case .uploadsLate: .uploadsLate
    case .receiveTells: .receiveTells
    case .stranger: .stranger
    }
  }

  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .storesAnswer, .rulesLoaded, .receiveTells: .well
    case .untold: .untold
    case .partial, .storeFails, .ruleFails, .uploadsLate, .stranger: .warning
    case .closed, .unanswered, .noFreshStore, .compactorHalted: .error
    }
  }
}

/// What the hub is asked, each once for all clusters.
package enum VerifyQuestion: String, Hashable, Sendable, CaseIterable {
  /// How many series there are under which labels.
  case series
  /// The time of each cluster's newest sample.
  case newest
  /// Under which replicas' labels samples come.
  case copies
  /// How often samples came in the last hour.
  case rhythm
  /// Which of the file's selectors find anything.
  case families
  /// What the clusters' writers say of themselves.
  case writers
  /// Whose samples came hours ago.
  case established
  /// Whom the querier asks.
  case stores
  /// Which rules are loaded.
  case rules
  /// What the hub's monitor says of Thanos.
  case watch
  /// What receive says of what it takes in.
  case receive
}
