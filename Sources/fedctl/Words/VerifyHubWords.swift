import Diagnostics
import Fleet
import Metrics
import Operate
import Text

extension HubFinding {
  /// Behind the title.
  var words: String {
    switch self {
    case .closed(let reason): reason.words
    case .unanswered(let failure): "cannot be asked for metrics: \(failure.words)"
    case .untold(let question, let failure): "does not tell \(question.words): \(failure.words)"
    case .partial(let warnings):
      "the querier did not reach all of its stores: \(Sentence.some(warnings.map(Printable.text), atMost: 2))"
    case .storesAnswer(let count):
      "\(Count(count, "store")) \(count == 1 ? "answers" : "answer") the querier"
    case .storeFails(let kind, let name, let said):
      "\(kind) \(Printable.text(name)) does not answer the querier: \(Printable.text(said))"
    case .noFreshStore: "no store that the querier asks has anything of the last hours"
    case .rulesLoaded(let count): "\(Count(count, "rule")) loaded"
    case .ruleFails(let group, let rule, let said):
      "rule \(Printable.text(rule)) of \(Printable.text(group)) cannot be evaluated: \(Printable.text(said))"
    case .compactorHalted: "the compactor has halted: nothing is compacted, thinned out or deleted"
    case .uploadsLate(let seconds):
      "nothing that receive has taken in has reached the bucket for \(Duration.seconds(seconds).words)"
    case .receiveTells(let figures, let tenants):
      "one of receive's pods, of \(Count(tenants, "tenant")), \(figures.words)"
    case .stranger(let labels, let series):
      "\(Count(series, "series", many: "series")) of \(labels.words), which the file does not have"
    }
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .closed: "Mend the kubeconfig, or `context` in the fleet file."
    case .unanswered(let failure): failure.hubRemedy ?? "See what answers there."
    case .untold, .storesAnswer, .rulesLoaded, .receiveTells: ""
    case .partial, .storeFails:
      "See whether what it names runs, and what the querier's log says; what is found may lack what that has."
    case .noFreshStore: "See whether receive, or the clusters' sidecars, run and are reached."
    case .ruleFails: "Mend the rule."
    case .compactorHalted:
      "Read its log: it names the block, which `thanos tools bucket mark` takes out of its way; then restart it."
    case .uploadsLate:
      "See receive's log, its keys and the bucket: what is not uploaded before its retention ends is lost."
    case .stranger:
      "Take whoever sends them into the file, or end it: revoke its token by taking its account away."
    }
  }
}

extension VerifyQuestion {
  /// As it follows what is not told.
  fileprivate var words: String {
    switch self {
    case .series: "how many series there are"
    case .newest: "how old samples are"
    case .copies: "which replicas write"
    case .rhythm: "how often samples came in the last hour"
    case .families: "which selectors find something"
    case .writers: "what the clusters' writers say of themselves"
    case .established: "whose samples came hours ago"
    case .stores: "its stores"
    case .rules: "its rules"
    case .watch: "what its monitor says"
    case .receive: "what receive takes in"
    }
  }
}

extension MetricsFailure {
  /// What to do where the hub cannot be asked; nil where that depends on what was asked.
  var hubRemedy: String? {
    if isForbidden {
      return """
        Grant the kubeconfig's user `get` on `services/proxy` in the fleet's namespace \
        (examples/rbac/verify.yaml), or ask by another way: `--query-url`, `--through route`.
        """
    }
    if isOfMissingService { return "Run `fedctl apply`, which makes the querier." }
    if isOfMissingPods {
      return """
        See whether the querier's pods run (`fedctl status`) and whether the API server reaches them: \
        docs/verify.md says what a NetworkPolicy must let through.
        """
    }
    return remedy
  }
}
