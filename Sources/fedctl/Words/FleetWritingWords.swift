import Diagnostics
import Facts
import Fleet
import Text

extension RemoteWriteProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .withoutEffect(let key, let mode):
      Diagnostic(
        .error,
        "settings without effect",
        detail: "`\(key)` has a meaning only with `mode: \(mode)`, and this is another.",
        remedy: "Leave it out, or write `mode: \(mode)`.",
      )
    case .idlePlacement:
      Diagnostic(
        .error,
        "a place for no pod",
        detail:
          "With `mode: platform` OpenShift's own Prometheus writes, and no pod is the fleet's.",
        remedy:
          "Leave it out; what OpenShift's Prometheus is placed by stands under `platformMonitoring.prometheusK8s`.",
      )
    case .moreThanName(let selector):
      Diagnostic(
        .error,
        "more than a name",
        detail:
          "`\(selector)` selects by more than names, which the platform's remote write cannot.",
        remedy: "Write `{__name__=\"…\"}` or `{__name__=~\"…\"}`, or use `mode: operator`.",
      )
    case .stackAlertmanagers:
      Diagnostic(
        .error,
        "nobody would be told",
        detail: "A MonitoringStack tells no Alertmanager but its own of what it notices.",
        remedy: "Leave `alertmanagers` out: the hub hears of it, and tells those of the hub.",
      )
    case .targetNameTaken(let name):
      Diagnostic(
        .error,
        "name used twice",
        detail: "Prometheus already writes to somebody by the name of `\(name)`.",
        remedy: "Choose another name.",
      )
    case .reservedHeader(let name):
      Diagnostic(
        .error,
        "reserved header",
        detail: "Prometheus sets `\(name)` itself, and refuses to be told of it.",
        remedy: "Leave it out; `authorization` and `basicAuth` say what is shown to the target.",
      )
    case .secretHeader(let name):
      Diagnostic(
        .error,
        "secret in the file",
        detail: "`\(name)` looks like a secret, and none belongs in this file.",
        remedy:
          "Name a Secret that holds it under `authorization`, whose `type` is the word before it.",
      )
    case .backoff(let least, let limit):
      Diagnostic(
        .error,
        "invalid value",
        detail: "The waits begin with \(least), and none is longer than \(limit).",
        remedy: "Write a `maxBackoff` of \(least) or more.",
      )
    }
  }
}

extension AccessProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .twoCredentials:
      Diagnostic(
        .error,
        "two credentials",
        detail: "Prometheus shows either an `authorization` or a login of `basicAuth`.",
        remedy: "Keep one of the two.",
      )
    case .openCredential:
      Diagnostic(
        .warning,
        "credential without TLS",
        detail: "It is sent as it is, and whoever listens can use it.",
        remedy: "Use `https`.",
      )
    case .tlsUnused:
      Diagnostic(
        .error,
        "settings without effect",
        detail: "Nothing is encrypted here, so that nobody looks at a certificate.",
        remedy: "Use `https`, or leave `tls` out.",
      )
    case .unverified:
      Diagnostic(
        .warning,
        "any certificate will do",
        detail:
          "With `insecureSkipVerify` whoever stands in between can read all and answer anything.",
        remedy: "Name the authority under `ca`, and the certificate's name under `serverName`.",
      )
    case .basicByHand:
      Diagnostic(
        .error,
        "invalid value",
        detail: "Prometheus takes no `authorization` of the type Basic.",
        remedy: "Use `basicAuth`, which names the keys of a Secret with the user and the password.",
      )
    case .otherThanBearer:
      Diagnostic(
        .error,
        "invalid value",
        detail: "An Alertmanager is shown a bearer token, and no `authorization` of another type.",
        remedy: "Leave `type` out; for a user and a password, use `basicAuth`.",
      )
    case .unknownToPlatform(let key):
      Diagnostic(
        .error,
        "settings without effect",
        detail: "OpenShift's own monitoring has no word for `\(key)` of an Alertmanager.",
        remedy:
          "Use a token under `authorization`, and an authority in a Secret, or `mode: operator`.",
      )
    }
  }
}

extension RelabellingProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .missing(let key, let action):
      Diagnostic(
        .error,
        "missing key",
        detail: "A relabelling with `action: \(action.rawValue)` needs `\(key)`.",
      )
    case .withoutEffect(let key, let action):
      Diagnostic(
        .error,
        "settings without effect",
        detail: "A relabelling with `action: \(action.rawValue)` has no use for `\(key)`.",
        remedy: "Leave it out.",
      )
    case .identity(let label):
      Diagnostic(
        .error,
        "series could not be told apart",
        detail:
          "It may take or change the label `\(label)`, by which the hub knows whose series they are.",
        remedy:
          "Leave that label as it is; `externalLabels` says what labels a cluster's series have.",
      )
    case .identityGiven(let label):
      Diagnostic(
        .error,
        "series could not be told apart",
        detail:
          "What is scraped may get the label `\(label)` here, and the hub would take it for another cluster's.",
        remedy:
          "Choose another name, or drop the label in the end: `{action: labeldrop, regex: \(label)}`.",
      )
    }
  }
}
