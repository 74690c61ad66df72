import Facts

/// What OpenShift's own Prometheus cannot do where it writes to the hub.
package enum RemoteWriteProblem: Fact, Hashable {
  /// A key that only the other mode looks at, which is named too.
  case withoutEffect(key: String, mode: String)
  /// It chooses series by their names alone.
  case moreThanName(selector: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case withoutEffect = "fleet.settings-without-effect"
    case moreThanName = "fleet.selector-more-than-name"
  }

  package var code: Code {
    switch self {
    case .withoutEffect: .withoutEffect
    case .moreThanName: .moreThanName
    }
  }
}
