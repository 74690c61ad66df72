import Diagnostics
import Facts
import Fleet
import Text

extension BucketProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .regionMissing:
      Diagnostic(
        .error,
        "missing key",
        detail: "A bucket on AWS needs `region`.",
        remedy: "Add the bucket's region, or the `endpoint` of another S3.",
      )
    case .otherRegion(let region, let endpoint):
      Diagnostic(
        .warning,
        "two regions",
        detail: "The endpoint is of region `\(endpoint)`, and `region` says `\(region)`.",
        remedy: "Write the bucket's own region in both, or leave `endpoint` out on AWS.",
      )
    case .sourceRefused(let key):
      Diagnostic(
        .error,
        "invalid value",
        detail: "`\(key)` can only be true.",
        remedy:
          "Name in its place where the keys come from, as `profile`, `file` or `existingSecret`.",
      )
    case .entriesUnclear:
      Diagnostic(
        .error,
        "wrong choice",
        detail:
          "A Secret holds a whole objstore configuration, which `key` names, or the two keys, of which each has its name.",
        remedy: "Write `key` alone, or `accessKeyEntry` and `secretKeyEntry` without it.",
      )
    case .podIdentityOffEKS:
      Diagnostic(
        .error,
        "key of another platform",
        detail: "Only EKS has Pod Identity: on OpenShift the hub's pods would stand without keys.",
        remedy: "Write `iamRole`, `nodeRole` or `existingSecret` in its place.",
      )
    case .keyMissing:
      Diagnostic(
        .error,
        "missing key",
        detail: "SSE-KMS needs `kmsKeyID`.",
        remedy: "Name the key, or write `type: SSE-S3`.",
      )
    case .keyWithoutKMS:
      Diagnostic(
        .error,
        "invalid value",
        detail: "SSE-S3 uses the store's own keys, and `kmsKeyID` names another.",
        remedy: "Remove it, or write `type: SSE-KMS`.",
      )
    case .authorityWithoutTLS:
      Diagnostic(
        .error,
        "invalid value",
        detail: "`caFile` says whom to trust, and with `insecure: true` nobody is asked.",
        remedy: "Remove one of the two.",
      )
    case .madeUnseen:
      Diagnostic(
        .error,
        "invalid value",
        detail: "A bucket that is not looked at cannot be made.",
        remedy: "Remove `check: false`, or `create: true`.",
      )
    case .plainToAWS:
      Diagnostic(
        .warning,
        "bucket without TLS",
        detail:
          "AWS has TLS everywhere: without it, whoever is on the way reads and changes the metrics.",
        remedy: "Remove `insecure: true`.",
      )
    case .unchecked:
      Diagnostic(
        .warning,
        "unchecked bucket",
        detail:
          "A bucket that is missing, or refuses these keys, is found out only once Thanos fails in the cluster.",
        remedy: "Remove `check: false`, unless this machine cannot reach the bucket.",
      )
    }
  }
}

extension HubProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .superfluousWay(let key):
      Diagnostic(
        .error,
        "key of another platform",
        detail: key == "grafana.login"
          ? "On OpenShift people log in to Grafana with the platform's accounts, so `\(key)` has no meaning."
          : "A hub on OpenShift is reached by a Route, so `\(key)` has no meaning.",
        remedy: "Leave it out, or give the hub `platform: kubernetes`.",
      )
    case .noRoutes:
      Diagnostic(
        .error,
        "key of another platform",
        detail: "Nothing but OpenShift has Routes, so `routes` has no meaning.",
        remedy: "Leave it out; `ingress` and `grafana.ingress` have the host names of this hub.",
      )
    case .certificateWithoutHost:
      Diagnostic(
        .error,
        "missing key",
        detail:
          "`tls` is the certificate of the host names that `routes` gives, and it gives none.",
        remedy: "Write a name beside it, as `receive: metrics.example.com`, or leave `tls` out.",
      )
    case .loadBalancerMissing:
      Diagnostic(
        .error,
        "missing key",
        detail: "A hub on Kubernetes needs `loadBalancer`, for collectors to reach receive.",
        remedy: "Write `loadBalancer: {}`, with `loadBalancerSourceRanges` where you know them.",
      )
    case .undecided:
      Diagnostic(
        .error,
        "wrong choice",
        detail: "A hub on Kubernetes needs exactly one of `ingress` or `loadBalancer`.",
        remedy: "Write `ingress: {host: metrics.example.com}` with a name that leads to the hub.",
      )
    case .unencrypted:
      Diagnostic(
        .error,
        "missing key",
        detail: "The hub's load balancer needs `tls`: the clusters' tokens pass it.",
        remedy: "Name a Secret with a certificate and a name that is in it.",
      )
    case .retentionTooShort(let text, let key, let least):
      Diagnostic(
        .error,
        "retention too short",
        detail: """
          With `\(key): \(text)`, samples go before coarser ones are made of them, which takes \(least): Thanos' compactor \
          does not start.
          """,
        remedy:
          "Keep them for \(least) at least, or for ever with `0d`, or set `downsampling: false`.",
      )
    case .besideExistingGrafana(let key):
      Diagnostic(
        .error,
        "settings without effect",
        detail:
          "`existing` names a Grafana that is there already, so none is made that `\(key)` could be for.",
        remedy: "Leave one of the two out.",
      )
    case .loginWithoutAddress:
      Diagnostic(
        .error,
        "login without an address",
        detail: "Who has logged in is led back to Grafana's address, and it has none.",
        remedy: "Name its host under `hub.grafana.ingress`.",
      )
    case .loginLacks(let setting, let provider):
      Diagnostic(
        .error,
        "missing key",
        detail: "A login by `\(provider)` needs `\(setting)`.",
        remedy: "Write it as Grafana's documentation of `auth.\(provider)` does.",
      )
    case .reservedLoginSetting(let key):
      Diagnostic(
        .error,
        "reserved key",
        detail: "`\(key)` of a login is written by fedctl.",
        remedy: key == "client_secret"
          ? "Name the Secret that has it under `clientSecret`." : "Leave it out.",
      )
    case .unknownLoginSetting(let key, let like):
      Diagnostic(
        .warning,
        "unknown key",
        detail: "Grafana is not known to have a setting `\(key)` of a login.",
        remedy: like.map { "Did you mean `\($0)`?" } ?? "Look it up in Grafana's documentation.",
      )
    case .routeHostTooLong(let route, let limit):
      Diagnostic(
        .error,
        "namespace too long",
        detail: """
          OpenShift makes a host of `\(route)-` and the namespace, and no label of a host has more than 63 \
          characters: the Route would never be admitted.
          """,
        remedy: "Use at most \(limit) characters.",
      )
    }
  }
}

extension ReceiveProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .tooManyCopies(let copies, let pods):
      Diagnostic(
        .error,
        "too few pods",
        detail: """
          Each of \(copies) copies is kept by another pod, and receive has \(Count(pods, "pod")).
          """,
        remedy: "Raise `replicas` to \(copies), or lower `replicationFactor`.",
      )
    case .twoCopies:
      Diagnostic(
        .error,
        "two copies promise no more than one",
        detail: """
          With `replicationFactor: 2` a write counts as done when one pod has it: it takes twice the \
          space, and what one pod loses may be lost.
          """,
        remedy: "Use 3, where two pods must have it and one may be down, or 1.",
      )
    }
  }
}

extension OperatorSourceProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .notOnePlace:
      Diagnostic(.error, "wrong choice", detail: "A bundle needs exactly one of `path` and `url`.")
    case .digestMissing:
      Diagnostic(
        .error,
        "missing key",
        detail:
          "A bundle that is downloaded needs `sha256`: else whoever serves it decides what runs.",
        remedy: "Download it, look at it, and give what `sha256sum` prints.",
      )
    }
  }
}

extension ComponentProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .limitBelowRequest(let resource, let limit, let request):
      Diagnostic(
        .error,
        "limit below request",
        detail: "The limit of \(resource) is \(limit), the request \(request).",
        remedy: "Raise the limit, or set a smaller `requests.\(resource)`.",
      )
    case .tolerationWithValue:
      Diagnostic(
        .error,
        "invalid toleration",
        detail: "A toleration with `operator: Exists` has no `value`.",
      )
    case .tolerationWithoutKey:
      Diagnostic(
        .error,
        "invalid toleration",
        detail: "A toleration without `key` needs `operator: Exists`.",
      )
    case .latestImage(let image):
      Diagnostic(
        .warning,
        "image that moves on",
        detail:
          "`\(image)` is another program tomorrow, and on each node from when it is pulled there.",
        remedy: "Name a release, or a digest.",
      )
    case .tolerationSeconds:
      Diagnostic(
        .error,
        "invalid toleration",
        detail: "`tolerationSeconds` needs `effect: NoExecute`.",
      )
    case .exporterRefused(let level):
      Diagnostic(
        .error,
        "node exporter kept out",
        detail:
          "Pod security `\(level)` in the namespace refuses the node exporter, which uses the node's network and files.",
        remedy: "Leave the label out, or write `privileged`, or `nodeExporter: none`.",
      )
    }
  }
}
