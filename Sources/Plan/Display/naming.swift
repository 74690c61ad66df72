import Objects
import Text

extension ObjectReference {
  /// The same object of whichever cluster, with a mark where its name holds the cluster's own.
  func naming(_ cluster: String, as mark: String) -> ObjectReference {
    ObjectReference(
      cluster: self.cluster == cluster ? mark : self.cluster,
      kind,
      namespace: namespace,
      name: name.replacing(word: cluster, with: mark),
    )
  }
}

extension DisplayedField {
  /// With a mark where a value holds the cluster's own name.
  func naming(_ cluster: String, as mark: String) -> DisplayedField {
    DisplayedField(
      path: path,
      before: before?.replacing(word: cluster, with: mark),
      after: after?.replacing(word: cluster, with: mark),
      lines: lines.map { $0.naming(cluster, as: mark) },
      rules: rules.map { $0.naming(cluster, as: mark) },
    )
  }
}

extension DisplayedLine {
  /// With a mark where the line holds the cluster's own name.
  fileprivate func naming(_ cluster: String, as mark: String) -> DisplayedLine {
    DisplayedLine(fate: fate, text: text.replacing(word: cluster, with: mark))
  }
}

extension DisplayedHandOff {
  /// With a mark where the value or its producer holds the cluster's own name.
  func naming(_ cluster: String, as mark: String) -> DisplayedHandOff {
    DisplayedHandOff(
      path: path,
      value: value.replacing(word: cluster, with: mark),
      source: HandOff(
        from: source.producer.naming(cluster, as: mark),
        source.field.naming(cluster, as: mark),
      ),
    )
  }
}

extension HandOff.Field {
  /// With a mark where the name of the Secret that a token is bound to holds the cluster's own.
  func naming(_ cluster: String, as mark: String) -> HandOff.Field {
    switch self {
    case .boundToken(let secret, let lifetime):
      .boundToken(secret: secret.replacing(word: cluster, with: mark), lifetime: lifetime)
    case .boundTokenExpiry(let secret, let lifetime):
      .boundTokenExpiry(secret: secret.replacing(word: cluster, with: mark), lifetime: lifetime)
    case .admittedHost, .loadBalancerHost, .data, .text, .uid: self
    }
  }
}
