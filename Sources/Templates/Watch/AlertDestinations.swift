import Fleet
import JSON
import Objects
import Text
import YAML

/// The Alertmanagers that hear what a Prometheus notices.
struct AlertDestinations {
  let alertmanagers: [NamedAlertmanager]

  private static let key = "alertmanagers.yaml"

  /// On the hub, its own cluster has a Secret beside the hub's.
  private func secret(at site: Site) -> String {
    site.isOnHub ? "cluster-alertmanager-configs" : "additional-alertmanager-configs"
  }

  /// Entries of `alerting.alertmanagers`, as Prometheus' own configuration has them.
  func configurations(_ files: AccessFiles) -> [JSON] {
    alertmanagers.compactMap { alertmanager in
      Self.address(of: alertmanager.url).map { address in
        JSON.fields([
          "scheme": .string(address.scheme),
          "path_prefix": address.path.map(JSON.string),
          "static_configs": [["targets": [.string(address.target)]]],
        ]).merging(alertmanager.access.configuration(files))
      }
    }
  }

  /// What `thanos rule` reads as `--alertmanagers.config`: its own form, which takes a user's name as a text alone.
  var thanosConfiguration: JSON {
    let entries = alertmanagers.enumerated().compactMap { index, alertmanager in
      Self.address(of: alertmanager.url).map { address in
        JSON.fields([
          "http_config": alertmanager.access.thanosConfiguration(user: Self.userVariable(index)),
          "static_configs": [.string(address.target)],
          "scheme": .string(address.scheme),
          "path_prefix": address.path.map(JSON.string),
          "api_version": "v2",
        ])
      }
    }
    return ["alertmanagers": .array(entries)]
  }

  /// What puts the names of users into that.
  var userVariables: [JSON] {
    alertmanagers.enumerated().compactMap { index, alertmanager in
      guard case .basic(let user, _)? = alertmanager.access.credential else { return nil }
      let source: JSON = ["name": .string(user.name), "key": .string(user.key)]
      return [
        "name": .string(Self.userVariable(index)), "valueFrom": ["secretKeyRef": source],
      ]
    }
  }

  private static func userVariable(_ index: Int) -> String { "ALERTMANAGER_\(index + 1)_USER" }

  /// Whether one of them looks at who comes, or is looked at.
  var hasAccess: Bool {
    alertmanagers.contains { $0.access.tls != nil || $0.access.credential != nil }
  }

  var accesses: [ClientAccess] { alertmanagers.map(\.access) }

  /// Entries of `additionalAlertmanagerConfigs`, as OpenShift's monitoring wants them from 4.12 on
  /// (openshift/cluster-monitoring-operator:pkg/manifests/types.go).
  var platformConfigurations: [JSON] {
    alertmanagers.compactMap { alertmanager in
      Self.address(of: alertmanager.url).map { address in
        JSON.fields([
          "apiVersion": "v2",
          "scheme": .string(address.scheme),
          "pathPrefix": address.path.map(JSON.string),
          "staticConfigs": [.string(address.target)],
        ]).merging(alertmanager.access.platformConfiguration)
      }
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
  ///
  /// - `configMaps`: those that the resource names for another reason.
  func reference(at site: Site, beside configMaps: [String] = []) -> JSON {
    guard !alertmanagers.isEmpty else { return [:] }
    let secrets = Set(accesses.flatMap(\.secretKeys).map(\.name)).sorted()
    let own = Set(accesses.flatMap(\.configMapKeys).map(\.name)).subtracting(configMaps).sorted()
    return .fields([
      "additionalAlertManagerConfigs": [
        "name": .string(secret(at: site)), "key": .string(Self.key),
      ],
      "secrets": secrets.isEmpty ? nil : .list(secrets),
      "configMaps": own.isEmpty ? nil : .list(configMaps + own),
    ])
  }

  /// A Secret because the operator wants one; there is nothing secret in it.
  func manifests(at site: Site, for part: Part) -> [Manifest] {
    guard !alertmanagers.isEmpty else { return [] }
    let text = YAML.text(.array(configurations(.ofOperator))).base64
    var manifest = site.manifest(
      .secret,
      secret(at: site),
      of: part,
      ["type": "Opaque", "data": [Self.key: .string(text)]],
    )
    manifest.openText = OpenText(
      Self.key,
      showing: [
        "scheme", "path_prefix", "static_configs.targets", "authorization.type",
        "authorization.credentials_file", "basic_auth.username_file", "basic_auth.password_file",
        "tls_config.ca_file", "tls_config.cert_file", "tls_config.key_file",
        "tls_config.server_name", "tls_config.insecure_skip_verify",
      ],
    )
    return [manifest]
  }
}

extension ManagedCluster {
  /// Those that the fleet file names.
  var destinations: AlertDestinations { AlertDestinations(alertmanagers: alertmanagers) }
}

extension Hub {
  /// Those of others, and the fleet's own where there is one.
  func destinations(in namespace: String) -> AlertDestinations {
    let own = alertmanager.map { _ in
      NamedAlertmanager(
        url: "http://\(Part.alertmanager.name).\(namespace).svc:\(HubAlertmanager.port)"
      )
    }
    return AlertDestinations(alertmanagers: alertmanagers + [own].compactMap(\.self))
  }
}
