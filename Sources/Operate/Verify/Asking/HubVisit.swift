import Certificates
import Facts
import FoundationEssentials
import HTTP
import JSON
import Kubernetes
import Objects
import Templates
import Text
import YAML

/// How a cluster comes to the hub when it writes: where to, and what it shows.
struct HubVisit: Sendable {
  var url: String
  var headers: [HTTPHeader] = []
  /// Whom it trusts, and the certificate that it shows where it has one.
  var tls = TLSOptions()
}

/// What a cluster has to come with.
enum ShownToHub: Sendable {
  case shows(HubVisit)
  /// What keeps it from coming at all.
  case lacks(WritingFinding)
}

/// Reads from a cluster how it comes to the hub.
struct HubVisitReader: Sendable {
  let client: KubernetesClient

  /// nil where the fleet does not say how the cluster writes.
  func visit(as cluster: ClusterArrivals) async throws(KubernetesError) -> ShownToHub? {
    if let collector = cluster.collector { return try await visit(as: collector) }
    if let writer = cluster.writer { return try await visit(as: writer) }
    return nil
  }

  private func visit(as writer: WriterSettings) async throws(KubernetesError) -> ShownToHub {
    guard let live = try await client.get(writer.object) else {
      return .lacks(.noWriter(writer.object))
    }
    guard let settings = writer.entry(in: live), let url = settings["url"]?.stringValue,
      !url.isEmpty
    else { return .lacks(.noAddress(writer.object)) }
    return try await visit(url, settings, beside: writer.object)
  }

  /// As an entry of a Prometheus' `remoteWrite` has it.
  private func visit(
    _ url: String,
    _ settings: JSON,
    beside object: ObjectReference,
  ) async throws(KubernetesError) -> ShownToHub {
    var visit = HubVisit(url: url)
    if let named = settings["authorization"]?["credentials"] {
      let (secret, key) = (reference(.secret, named, beside: object), named.key)
      guard let token = try await text(of: secret, key) else {
        return .lacks(.noToken(secret, key: key))
      }
      visit.headers = [HTTPHeader("Authorization", "Bearer \(token)")]
    }
    let tls = settings["tlsConfig"]
    visit.tls.serverName = tls?["serverName"]?.stringValue
    for kind in [ResourceKind.secret, .configMap] {
      let name = kind == .secret ? "secret" : "configMap"
      guard let named = tls?["ca"]?[name] else { continue }
      let (object, key) = (reference(kind, named, beside: object), named.key)
      guard let authority = try await text(of: object, key) else {
        return .lacks(.noAuthority(object, key: key))
      }
      visit.tls.authorities = Array(authority.utf8)
    }
    return .shows(visit)
  }

  /// With the certificate that it shows, and the authority that it believes.
  private func visit(
    as collector: CollectorSettings
  ) async throws(KubernetesError) -> ShownToHub {
    guard let live = try await client.get(collector.object) else {
      return .lacks(.noWriter(collector.object))
    }
    guard let url = collector.address(in: live) else {
      return .lacks(.noAddress(collector.object))
    }
    let data = try await client.get(collector.certificate)?["data"]
    func bytes(_ key: String) -> [UInt8]? {
      let text = data?[key]?.stringValue.flatMap { Base64.string(of: $0) } ?? ""
      return text.isEmpty ? nil : Array(text.utf8)
    }
    for part in IssuedCertificate.Part.allCases where bytes(part.rawValue) == nil {
      return .lacks(.noCertificate(collector.certificate, key: part.rawValue))
    }
    let shown = String(
      decoding: bytes(IssuedCertificate.Part.certificate.rawValue) ?? [],
      as: UTF8.self,
    )
    // Servers of older releases of Go say of it what they say of every certificate that they do not take.
    if let certificate = try? Certificate(shown),
      certificate.notAfter < Int(Date().timeIntervalSince1970)
    {
      return .lacks(.certificateExpired)
    }
    guard let authority = bytes(collector.authorityKey) else {
      return .lacks(.noAuthority(collector.certificate, key: collector.authorityKey))
    }
    let identity = TLSIdentity(
      certificate: Array(shown.utf8),
      key: bytes(IssuedCertificate.Part.privateKey.rawValue) ?? [],
    )
    return .shows(HubVisit(url: url, tls: TLSOptions(authorities: authority, identity: identity)))
  }

  private func reference(
    _ kind: ResourceKind,
    _ named: JSON,
    beside object: ObjectReference,
  ) -> ObjectReference {
    ObjectReference(
      cluster: object.cluster,
      kind,
      namespace: object.namespace,
      name: named["name"]?.stringValue ?? "",
    )
  }

  /// What stands under a key; nil where there is nothing.
  private func text(
    of object: ObjectReference,
    _ key: String,
  ) async throws(KubernetesError) -> String? {
    guard let value = try await client.get(object)?["data"]?[key]?.stringValue else { return nil }
    let text = object.kind == .secret ? Base64.string(of: value) ?? "" : value
    return text.isEmpty ? nil : text
  }
}

extension JSON {
  /// Of a reference to a key of an object.
  fileprivate var key: String { self["key"]?.stringValue ?? "" }
}

extension CollectorSettings {
  /// The hub's URL in the live Deployment; nil where its container has none.
  func address(in live: JSON) -> String? {
    let containers = live["spec"]?["template"]?["spec"]?["containers"]?.arrayValue ?? []
    let arguments = containers.first { $0["name"]?.stringValue == container }?["args"]?.arrayValue
    let flag = arguments?.compactMap(\.stringValue).first { $0.hasPrefix(addressFlag) }
    return flag.map { String($0.dropFirst(addressFlag.count)) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension WriterSettings {
  /// The fleet's entry of the list; nil where there is none, or the settings cannot be read.
  func entry(in live: JSON) -> JSON? {
    let list = path.reduce(settings(in: live)) { $0[$1] ?? .null }["remoteWrite"]?.arrayValue
    guard let name else { return list?.first }
    return list?.first { $0["name"]?.stringValue == name }
  }

  private func settings(in live: JSON) -> JSON {
    guard let textKey else { return live }
    guard let text = live["data"]?[textKey]?.stringValue else { return .null }
    return (try? YAML.document(Array(text.utf8), file: textKey))?.json ?? .null
  }
}
