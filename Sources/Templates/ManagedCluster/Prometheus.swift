import Fleet
import JSON
import Manifest

/// The Prometheus that gathers a cluster's metrics and writes them to the hub, and its web page
/// behind a proxy.
extension ManagedSite {
  static let account = "prometheus-k8s"

  func prometheus() -> [Manifest] {
    let part = Part.prometheus
    return [
      site.interactiveAccount(webGuard, route: part.name, of: part),
      site.authenticationDelegation(webGuard, of: part),
      site.sessionSecret(webGuard, of: part),
      scrapeJobs,
      site.guardedService(webGuard, of: part, selector: operatorPodLabels),
      prometheusResource,
      site.route(part.name, to: webGuard.name, of: part),
    ]
  }

  /// What the operator puts on the pods, whichever of its releases it is.
  private var operatorPodLabels: [String: String] {
    ["app.kubernetes.io/name": "prometheus", "prometheus": Part.prometheus.name]
  }

  var webGuard: OAuthGuard {
    // Whoever may see the Service in the fleet's namespace may query behind it.
    let review = AccessReview(
      verb: "get",
      resource: "services",
      namespace: namespace,
      name: Self.account,
    )
    return OAuthGuard(
      name: Self.account,
      image: fleet.hub.oauthProxy.image,
      port: 9091,
      upstream: "http://127.0.0.1:9090",
      login: review,
      bearer: ["/": review],
    )
  }

  private var prometheusResource: Manifest {
    let url = Binding(
      FieldPath(keys: "spec", "remoteWrite") / .index(0) / "url",
      [
        .text("https://"),
        .value(.handOff(HandOff(from: hub.receiveRoute, .admittedHost))),
        .text("/api/v1/receive"),
      ],
    )
    let spec = running.merging(writing).merging(selecting).merging(guarding)
    return site.manifest(
      .prometheus,
      Part.prometheus.name,
      of: .prometheus,
      ["spec": spec],
      bindings: [url],
    )
  }

  /// What runs, and with what means.
  private var running: JSON {
    let choice = cluster.prometheus
    let component = choice.component
    return .fields([
      "image": .string(component.image),
      "version": .string(choice.version),
      "replicas": .integer(Int64(component.replicas)),
      "serviceAccountName": .string(Self.account),
      "securityContext": podSecurityContext,
      "podMetadata": ["labels": [WellKnown.fleetLabel: .string(site.fleet)]],
      "retention": .string(choice.retention),
      "storage": component.storage.map { ["volumeClaimTemplate": ["spec": $0.claim]] },
      "resources": component.resources.json,
      "nodeSelector": .map(component.nodeSelector),
      "tolerations": .array(component.tolerations),
      "additionalArgs": .array(component.extraArguments.map(Self.additionalArgument)),
    ])
  }

  /// `--web.max-connections=5`, as the operator has it: name and value apart, without dashes.
  private static func additionalArgument(_ argument: String) -> JSON {
    let parts = argument.drop { $0 == "-" }.split(separator: "=", maxSplits: 1)
    return .fields([
      "name": parts.first.map { .string(String($0)) },
      "value": parts.dropFirst().first.map { .string(String($0)) },
    ])
  }
}
