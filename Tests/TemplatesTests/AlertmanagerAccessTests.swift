import Foundation
import JSON
import Objects
import Templates
import TestSupport
import Testing
import YAML

@testable import Fleet

extension [NamedAlertmanager] {
  /// Alertmanagers that anybody may tell of alerts.
  static func at(_ urls: String...) -> Self { urls.map { NamedAlertmanager(url: $0) } }

  /// One that wants a token, and one that wants a login.
  static let guarded: Self = [
    NamedAlertmanager(
      url: "https://alerts.example.com/am",
      access: ClientAccess(
        tls: ClientTLS(
          authority: .secret(SecretKey(name: "their-ca", key: "ca.crt")),
          serverName: "alerts.internal",
          skipsVerification: false,
        ),
        credential: .authorization(type: "Bearer", SecretKey(name: "their-token", key: "token")),
      ),
    ),
    NamedAlertmanager(
      url: "https://b.example.com",
      access: ClientAccess(
        tls: nil,
        credential: .basic(
          user: SecretKey(name: "login", key: "username"),
          password: SecretKey(name: "login", key: "password"),
        ),
      ),
    ),
  ]
}

/// What is shown to Alertmanagers comes from Secrets, by the names of files alone.
@Suite(.waitsForPrograms) struct AlertmanagerAccessTests {
  /// What a pod has of a projected volume, and does not start without.
  private func files(of pod: JSON?) -> [String] {
    let sources = (pod?["volumes"]?.arrayValue ?? [])
      .flatMap { $0["projected"]?["sources"]?.arrayValue ?? [] }
    return sources.filter { $0["secret"]?["optional"] == nil }.flatMap { source in
      (source["secret"]?["items"]?.arrayValue ?? []).compactMap { $0["path"]?.stringValue }
    }
  }

  private let secrets = [
    "secrets/their-token/token", "secrets/their-ca/ca.crt", "secrets/login/username",
    "secrets/login/password",
  ]

  @Test func `the ruler has a configuration in Thanos' words`() throws {
    var fleet = Fleet.watched
    fleet.hub.alertmanagers = .guarded
    let ruler = try #require(
      try render(fleet).manifests(on: "hub").first {
        $0.reference.kind == .statefulSet && $0.reference.name == "thanos-ruler"
      }
    )
    let arguments = try #require(ruler.thanosArguments.first)
    #expect(!arguments.contains { $0.hasPrefix("--alertmanagers.url=") })
    let option = "--alertmanagers.config="
    let text = try #require(arguments.first { $0.hasPrefix(option) }).dropFirst(option.count)
    let entries = try JSON(parsing: String(text))["alertmanagers"]?.arrayValue ?? []
    let folder = "/etc/alertmanager-access/secrets"
    #expect(
      entries.map { $0["http_config"] } == [
        [
          "bearer_token_file": .string("\(folder)/their-token/token"),
          "tls_config": [
            "ca_file": .string("\(folder)/their-ca/ca.crt"), "server_name": "alerts.internal",
          ],
        ],
        [
          "basic_auth": [
            "username": "$(ALERTMANAGER_2_USER)",
            "password_file": .string("\(folder)/login/password"),
          ]
        ],
        // The fleet's own is told as before.
        nil,
      ]
    )
    #expect(entries.first?["path_prefix"] == "/am")
    #expect(files(of: ruler.podSpec) == secrets)
    let environment = ruler.podSpec?["containers"]?[0]?["env"]?.arrayValue ?? []
    let user = environment.first { $0["name"] == "ALERTMANAGER_2_USER" }
    #expect(user?["valueFrom"]?["secretKeyRef"] == ["name": "login", "key": "username"])
  }

  @Test(.enabled(if: PrometheusProcess.isInstalled, "promtool is the judge"))
  func `promtool accepts what the hub's own monitor reads, and finds the files where it looks`()
    throws
  {
    var fleet = Fleet.watched
    fleet.hub.alertmanagers = .guarded
    let manifests = try render(fleet).manifests(on: "hub")
    let file = manifests.first {
      $0.reference.kind == .configMap && $0.reference.name == "hub-monitor"
    }
    let text = try #require(file?.body["data"]?["prometheus.yaml"]?.stringValue)
    let whole = try #require(try YAML.document(Array(text.utf8), file: "")?.json)
    // Debian's Prometheus is built without Kubernetes.
    let destinations = try #require(whole["alerting"]?["alertmanagers"]?.arrayValue)
    // Debian's is older than names of users from files, too.
    let judged = destinations.filter { $0["basic_auth"] == nil }
    #expect(judged.count == destinations.count - 1)
    try Promtool.judge(
      ["check", "config", "--syntax-only"],
      ["alerting": ["alertmanagers": .array(judged)]],
    )
    let monitor = manifests.first {
      $0.reference.kind == .statefulSet && $0.reference.name == "hub-monitor"
    }
    #expect(files(of: monitor?.podSpec) == secrets)
    for path in secrets { #expect(text.contains("/etc/alertmanager-access/\(path)")) }
  }

  @Test(arguments: [Example.federate, .sidecar, .receive])
  func `an operator's Prometheus has the Secrets mounted that its configuration names`(
    _ example: Example
  ) throws {
    var fleet = example.fleet
    fleet.clusters[0].alertmanagers = .guarded
    let manifests = try render(fleet, example.bundles).manifests(on: fleet.clusters[0].name)
    let spec = try #require(manifests.first { $0.reference.kind == .prometheus }?.body["spec"])
    #expect(spec["secrets"] == ["login", "their-ca", "their-token"])
    let secret = manifests.first { $0.reference.name == "additional-alertmanager-configs" }
    let text = secret?.body["data"]?["alertmanagers.yaml"]?.stringValue ?? ""
    let configuration = String(decoding: Data(base64Encoded: text) ?? Data(), as: UTF8.self)
    for path in secrets { #expect(configuration.contains("/etc/prometheus/\(path)")) }
  }

  @Test func `OpenShift's monitoring is told by the names of Secrets`() throws {
    var fleet = Example.platform.fleet
    fleet.clusters[0].alertmanagers = [[NamedAlertmanager].guarded[0]]
    let config = try render(fleet).manifests.first {
      $0.reference.name == "cluster-monitoring-config"
    }
    let text = config?.bindings.map { "\($0)" }.joined() ?? ""
    for part in ["bearerToken", "their-token", "their-ca", "alerts.internal"] {
      #expect(text.contains(part))
    }
  }
}
