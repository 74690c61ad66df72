import FoundationEssentials
import JSON

/// In bytes, of the decoded data.
private let sizeLimit = 1_048_576

/// Secret: keys as in a ConfigMap, a MiB in all, and what its type promises.
///
/// The type never changes.
let secretRules = KindRules(
  check: { object, problems in
    let data = object["data"]
    for (key, place) in data.entries {
      problems.invalid(place, configKeyProblems(key), showing: .string(key))
    }
    let size = data.entries.reduce(0) { $0 + $1.place.text.utf8.count / 4 * 3 }
    if size > sizeLimit { problems.tooLong(data, bytes: sizeLimit) }
    checkContent(object, &problems)
  },
  checkChange: { object, live, problems in
    checkImmutable(object["type"], live["type"], &problems)
    checkFrozen(object, live, ["data"], &problems)
  },
  warnings: certificateWarnings,
)

/// What the server finds in a certificate and its key: whether they are PEM at all.
///
/// It reads them to the end; here certificates are only text in the shape of one.
private func certificateWarnings(_ object: Place) -> [String] {
  guard object["type"].text == "kubernetes.io/tls" else { return [] }
  for (key, name) in [("tls.crt", "certificate"), ("tls.key", "key")] {
    let bytes = Data(base64Encoded: object["data"].entry(key).text) ?? Data()
    guard !String(decoding: bytes, as: UTF8.self).contains("-----BEGIN ") else { continue }
    return ["tls: failed to find any PEM data in \(name) input"]
  }
  return []
}

/// What the types of Secrets promise to those who read them.
private func checkContent(_ object: Place, _ problems: inout Problems) {
  let data = object["data"]
  /// A Secret of this type has these keys.
  func require(_ keys: [String]) {
    for key in keys where !data.entry(key).exists { problems.required(data.entry(key)) }
  }
  switch object["type"].text {
  case "kubernetes.io/service-account-token":
    let name = object["metadata"]["annotations"].entry("kubernetes.io/service-account.name")
    if name.isEmpty { problems.required(name) }
  case "kubernetes.io/dockerconfigjson":
    checkConfiguration(data.entry(".dockerconfigjson"), &problems)
  case "kubernetes.io/dockercfg": checkConfiguration(data.entry(".dockercfg"), &problems)
  case "kubernetes.io/basic-auth":
    // One of the two is enough.
    guard ["username", "password"].allSatisfy({ !data.entry($0).exists }) else { return }
    require(["username", "password"])
  case "kubernetes.io/ssh-auth":
    let key = data.entry("ssh-privatekey")
    if key.isEmpty { problems.required(key) }
  case "kubernetes.io/tls": require(["tls.crt", "tls.key"])
  default: return
  }
}

/// Registries' credentials are JSON.
private func checkConfiguration(_ place: Place, _ problems: inout Problems) {
  guard place.exists else { return problems.required(place) }
  let bytes = Data(base64Encoded: place.text).map { [UInt8]($0) } ?? []
  guard (try? JSON(parsing: bytes)) == nil else { return }
  problems.invalid(
    place,
    "invalid character in JSON",
    showing: "<secret contents redacted>",
  )
}
