import JSON
import Objects

/// Whatever a workload mounts, reads or runs as comes before it: ServiceAccounts, Secrets,
/// ConfigMaps, claims, and the Service that has a mounted certificate made, and whatever else has
/// a Secret filled; the same for what an operator reads to configure a workload, and for a Route's certificate.
func mountedFirst(_ object: OrderedObject, _ index: ObjectIndex) -> [ObjectReference] {
  guard object.isWorkload || [.scrapeConfig, .route].contains(object.reference.kind) else {
    return []
  }
  var names = ReferencedNames()
  names.collect(from: object.body["spec"] ?? [:])
  let certificates = index.objects(.service, on: object.reference.cluster).filter {
    $0.reference.namespace == object.reference.namespace
      && names.secrets.contains($0.annotation(WellKnown.servingCertificateSecret) ?? "")
  }
  return names.secrets.map { object.neighbour(.secret, $0) }
    + names.configMaps.map { object.neighbour(.configMap, $0) }
    + names.claims.map { object.neighbour(.persistentVolumeClaim, $0) }
    + names.serviceAccounts.map { object.neighbour(.serviceAccount, $0) }
    + certificates.map(\.reference)
    + names.secrets.flatMap { index.fillers(of: object.neighbour(.secret, $0)) }
}

extension OrderedObject {
  var isWorkload: Bool { reference.kind.is(.workload) }

  /// The ServiceAccount that a workload's pods run as.
  var serviceAccount: ObjectReference? {
    let name =
      body["spec"]?["serviceAccountName"]
      ?? body["spec"]?["template"]?["spec"]?["serviceAccountName"]
    return name?.stringValue.map { neighbour(.serviceAccount, $0) }
  }
}

/// The names that a pod spec, or a custom resource that becomes one, refers to.
struct ReferencedNames {
  private(set) var secrets: Set<String> = []
  private(set) var configMaps: Set<String> = []
  private(set) var claims: Set<String> = []
  private(set) var serviceAccounts: Set<String> = []

  mutating func collect(from value: JSON) {
    switch value {
    case .array(let elements): for element in elements { collect(from: element) }
    case .object(let members):
      if let name = members["name"]?.stringValue, members["key"]?.stringValue != nil {
        // A key selector does not say of which kind: there is rarely both a Secret and a ConfigMap.
        secrets.insert(name)
        configMaps.insert(name)
      }
      for member in members { collect(member) }
    default: break
    }
  }

  private mutating func collect(_ member: JSONObject.Member) {
    switch member.key {
    case "serviceAccountName": serviceAccounts.formUnion(texts(member.value))
    case "secretName": secrets.formUnion(texts(member.value))
    case "claimName": claims.formUnion(texts(member.value))
    case "secrets": secrets.formUnion(texts(member.value))
    case "configMaps": configMaps.formUnion(texts(member.value))
    case "secret", "secretRef", "externalCertificate": secrets.formUnion(name(member.value))
    case "configMap", "configMapRef": configMaps.formUnion(name(member.value))
    default: break
    }
    collect(from: member.value)
  }

  private func texts(_ value: JSON) -> [String] {
    value.stringValue.map { [$0] } ?? (value.arrayValue ?? []).compactMap(\.stringValue)
  }

  private func name(_ value: JSON) -> [String] {
    value["name"]?.stringValue.map { [$0] } ?? []
  }
}
