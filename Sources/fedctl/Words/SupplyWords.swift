import Diagnostics
import Objects

extension Lack {
  /// As a sentence goes on or stands alone: `there is no Secret thanos/archive-token`.
  var words: String { isThere ? "\(name) has no \(keyWords)" : "there is no \(name)" }

  /// The same of clusters.
  func words(on clusters: String, of count: Int) -> String {
    isThere
      ? "\(name) on \(clusters) has no \(keyWords)"
      : "\(clusters) \(count == 1 ? "has" : "have") no \(name)"
  }

  /// What to do, without a full stop; of a value nothing but the place where it comes from.
  var remedy: String {
    if isThere { return "add \(supply.keys.count == 1 ? "that key" : "those keys") to it" }
    let namespace = needsNamespace ? supply.namespace : nil
    let before = namespace.map { "`kubectl create namespace \($0.shellWord)`, then " } ?? ""
    return "\(before)`\(supply.making)`"
  }

  private var name: String { Printable.text(supply.description) }

  private var keyWords: String {
    let keys = Sentence.and(supply.keys.map(Printable.text))
    return "\(supply.keys.count == 1 ? "key" : "keys") \(keys)"
  }
}

extension [ObjectReference] {
  /// Who needs something, as it follows the thing's name: `, which Deployment thanos/grafana needs`.
  var neederClause: String {
    var told: Set<String> = []
    let names = map(\.localDescription).filter { told.insert($0).inserted }
    return ", which \(Sentence.some(names, atMost: 3)) \(names.count == 1 ? "needs" : "need")"
  }
}

extension Supply {
  /// The command that makes it, with a word in capitals for what only its owner knows.
  fileprivate var making: String {
    let place = namespace.map { " --namespace \($0.shellWord)" } ?? ""
    switch (kind, use) {
    case (.priorityClass, _): return "kubectl create priorityclass \(name.shellWord) --value=NUMBER"
    case (_, .pulling):
      return
        "kubectl create secret docker-registry \(name.shellWord)\(place) --from-file=.dockerconfigjson=FILE"
    case (.secret, .keys(["tls.crt", "tls.key"])):
      return "kubectl create secret tls \(name.shellWord)\(place) --cert=FILE --key=FILE"
    default:
      let what = kind == .configMap ? "configmap" : "secret generic"
      let type = keys.contains("tls.key") ? " --type=kubernetes.io/tls" : ""
      let files = keys.map { " --from-file=\($0.shellWord)=FILE" }.joined()
      return
        "kubectl create \(what) \(name.shellWord)\(place)\(type)\(files.isEmpty ? " --from-file=FILE" : files)"
    }
  }
}
