import Facts
import FoundationEssentials
import Metrics
import Templates

extension HubView {
  /// What is true of the hub as a whole.
  func hubFindings(likely: Set<String>) -> [HubFinding] {
    partial + stores + rules + watch + received + unanswered
      + strangers.filter { !likely.contains($0.labels["cluster"] ?? "") && owner(of: $0) == nil }
      .map { .stranger($0.labels.identity(of: arrivals.labels), series: Int($0.value)) }
  }

  private var partial: [HubFinding] {
    let warnings = answers.warnings
    return warnings.isEmpty ? [] : [.partial(warnings)]
  }

  private var stores: [HubFinding] {
    switch answers.stores {
    case nil: return []
    // A Prometheus has none.
    case .failure(let failure) where failure.isOfUnknownQuestion: return []
    case .failure(let failure): return [.untold(.stores, failure)]
    case .success(let answer):
      let failing = answer.value.filter { !isOfCluster($0) }.compactMap { store in
        store.error.map { HubFinding.storeFails(kind: store.kind, name: store.name, said: $0) }
      }
      let answering = answer.value.filter { $0.error == nil }
      return failing + [.storesAnswer(answering.count)] + freshness(of: answering)
    }
  }

  /// A store of blocks has what is hours old; what comes now is elsewhere.
  private func freshness(of stores: [StoreEndpoint]) -> [HubFinding] {
    let isFresh = stores.contains { store in
      guard let newest = store.newest else { return true }
      return newest > answers.moment.addingTimeInterval(-3 * 3_600)
    }
    return isFresh || arrivals.clusters.isEmpty ? [] : [.noFreshStore]
  }

  private var rules: [HubFinding] {
    switch answers.rules {
    case nil: return []
    case .failure(let failure) where failure.isOfUnknownQuestion: return []
    case .failure(let failure): return [.untold(.rules, failure)]
    case .success(let answer):
      let failing = answer.value.flatMap { group in
        group.errors.map {
          HubFinding.ruleFails(group: group.name, rule: $0.rule, said: $0.said)
        }
      }
      let count = answer.value.map(\.count).reduce(0, +)
      return failing + (count > 0 ? [.rulesLoaded(count)] : [])
    }
  }

  private var watch: [HubFinding] {
    switch answers.watch {
    case nil: []
    case .failure(let failure): [.untold(.watch, failure)]
    case .success(let answer):
      answer.value.compactMap { row in
        guard row.labels[HubQueries.figureLabel] == WriterFigure.upload.rawValue else {
          return .compactorHalted
        }
        return row.value > Self.uploadLimit ? .uploadsLate(seconds: Int(row.value)) : nil
      }
    }
  }

  /// Whether the hub's monitor says that nothing that receive takes in reaches the bucket.
  var uploadsAreLate: Bool { watch.contains { $0.code == .uploadsLate } }

  /// Seconds: blocks are of two hours, and take their time.
  static let uploadLimit = 3.0 * 3_600

  /// Questions without an answer, on which findings of clusters depend.
  private var unanswered: [HubFinding] {
    func failure<Value>(_ told: HubAnswers.Told<Value>?) -> MetricsFailure? {
      if case .failure(let failure)? = told { failure } else { nil }
    }
    let all: [(VerifyQuestion, MetricsFailure?)] = [
      (.series, failure(answers.series)), (.newest, failure(answers.newest)),
      (.newest, failure(answers.earlier) ?? failure(answers.known)),
      (.copies, failure(answers.copies)), (.rhythm, failure(answers.rhythm)),
      (.families, failure(answers.families)), (.writers, failure(answers.writers)),
      (.established, failure(answers.established)),
    ]
    return all.compactMap { question, failure in failure.map { .untold(question, $0) } }
  }
}

extension MetricsFailure {
  /// The API does not know such a question.
  fileprivate var isOfUnknownQuestion: Bool {
    switch self {
    case .refused(404, _, _): true
    case .declined(_, _, 404): true
    case .notThrough, .unanswered, .refused, .declined, .unreadable, .tooLong: false
    }
  }
}
