import Fleet
import JSON
import Objects
import Text
import YAML

/// The Alertmanagers that hear what a Prometheus notices, by their URLs.
struct AlertDestinations {
  let urls: [String]

  private static let key = "alertmanagers.yaml"

  /// On the hub, its own cluster has a Secret beside the hub's.
  private func secret(at site: Site) -> String {
    site.isOnHub ? "cluster-alertmanager-configs" : "additional-alertmanager-configs"
  }

  /// Entries of `alerting.alertmanagers`, as Prometheus' own configuration has them.
  var configurations: [JSON] { urls.compactMap(Self.configuration) }

  /// Entries of `additionalAlertmanagerConfigs`, as OpenShift's monitoring wants them from 4.12 on
  /// (openshift/cluster-monitoring-operator:pkg/manifests/types.go).
  var platformConfigurations: [JSON] {
    urls.compactMap(Self.address(of:)).map { address in
      .fields([
        "apiVersion": "v2",
        "scheme": .string(address.scheme),
        "pathPrefix": address.path.map(JSON.string),
        "staticConfigs": [.string(address.target)],
      ])
    }
  }

  /// nil for a URL that is none, which the fleet file's table does not let pass.
  private static func configuration(_ url: String) -> JSON? {
    address(of: url).map { address in
      .fields([
        "scheme": .string(address.scheme),
        "path_prefix": address.path.map(JSON.string),
        "static_configs": [["targets": [.string(address.target)]]],
      ])
    }
  }

  /// The parts of a URL; the target is host and port.
  private static func address(of url: String) -> (scheme: String, target: String, path: String?)? {
    guard let match = url.wholeMatch(of: /(https?):\/\/([^\/]+?)(:[0-9]+)?(\/.*)?/) else {
      return nil
    }
    let (scheme, host) = (String(match.output.1), String(match.output.2))
    let port = match.output.3.map(String.init) ?? (scheme == "https" ? ":443" : ":80")
    return (scheme, host + port, match.output.4.map(String.init))
  }

  /// What a Prometheus resource says of them; nothing where there are none.
  func reference(at site: Site) -> JSON {
    guard !urls.isEmpty else { return [:] }
    return [
      "additionalAlertManagerConfigs": [
        "name": .string(secret(at: site)), "key": .string(Self.key),
      ]
    ]
  }

  /// A Secret because the operator wants one; there is nothing secret in it.
  func manifests(at site: Site, for part: Part) -> [Manifest] {
    guard !urls.isEmpty else { return [] }
    let text = YAML.text(.array(configurations)).base64
    var manifest = site.manifest(
      .secret,
      secret(at: site),
      of: part,
      ["type": "Opaque", "data": [Self.key: .string(text)]],
    )
    manifest.openText = OpenText(
      Self.key,
      showing: ["scheme", "path_prefix", "static_configs.targets"],
    )
    return [manifest]
  }
}

extension ManagedCluster {
  /// Those that the fleet file names.
  var destinations: AlertDestinations { AlertDestinations(urls: alertmanagers) }
}

extension Hub {
  /// Those of others, and the fleet's own where there is one.
  func destinations(in namespace: String) -> AlertDestinations {
    let own = alertmanager.map { _ in
      "http://\(Part.alertmanager.name).\(namespace).svc:\(HubAlertmanager.port)"
    }
    return AlertDestinations(urls: alertmanagers + [own].compactMap(\.self))
  }
}
