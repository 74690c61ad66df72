import Foundation
import JSON
import Objects

/// What the Prometheus operator makes of `remoteWrite`.
extension OperatorConfiguration {
  /// An authority that is not handed over as it is.
  struct WrongAuthority: Error {}

  /// The one element of `remote_write`; the token stands in it, and the authority in its file.
  func remoteWrite() throws -> JSON {
    let resource = manifests.first { $0.reference.kind == .prometheus }
    let write = try resource?.resolved(values)["spec"]?["remoteWrite"]?[0] ?? [:]
    let authorization = write["authorization"]
    let token = try content(.secret, of: authorization?["credentials"]).base64Decoded
    let tls = write["tlsConfig"]
    let authority =
      try tls?["ca"]?["secret"].map { try content(.secret, of: $0).base64Decoded }
      ?? content(.configMap, of: tls?["ca"]?["configMap"])
    guard try authority == String(contentsOfFile: authorityFile, encoding: .utf8) else {
      throw WrongAuthority()
    }
    return [
      "name": write["name"] ?? "", "url": write["url"] ?? "",
      "authorization": ["type": authorization?["type"] ?? "", "credentials": .string(token)],
      "tls_config": [
        "ca_file": .string(authorityFile),
        "server_name": tls?["serverName"] ?? "",
      ],
      "remote_timeout": write["remoteTimeout"] ?? "30s",
      "queue_config": (write["queueConfig"] ?? [:]).inSnakeCase.merging([
        "batch_send_deadline": "1s"
      ]),
      "write_relabel_configs": .array(
        (write["writeRelabelConfigs"]?.arrayValue ?? []).map(\.inSnakeCase)
      ),
    ]
  }

  /// The text under a key of a Secret or ConfigMap that a selector names.
  private func content(_ kind: ResourceKind, of selector: JSON?) throws -> String {
    let name = selector?["name"]?.stringValue ?? ""
    let object = try manifests.first { $0.reference.kind == kind && $0.reference.name == name }?
      .resolved(values)
    return object?["data"]?[selector?["key"]?.stringValue ?? ""]?.stringValue ?? ""
  }
}

extension JSON {
  /// The members of an object by the names that Prometheus itself has for them.
  var inSnakeCase: JSON {
    .object(
      JSONObject(
        (objectValue ?? [:]).map { member in
          // The one that has another name there.
          member.key == "retryOnRateLimit"
            ? ("retry_on_http_429", member.value)
            : (member.key.replacing(/[A-Z]/) { "_\($0.output.lowercased())" }, member.value)
        }
      )
    )
  }
}

extension String {
  fileprivate var base64Decoded: String {
    Data(base64Encoded: self).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
