import JSON
import Objects
package import Text

extension LiveState {
  /// What must not be shown of them, in any form.
  package var secretTexts: SecretTexts { SecretTexts(secrets) }

  /// Every secret that planning has seen: credentials, tokens and the data of live Secrets.
  package var secrets: [String] {
    let held = heldTokens.filter { $0.key.isSecret }.map(\.value)
    let live = clusters.keys.compactMap(snapshot).flatMap { snapshot in
      snapshot.objects.filter { $0.key.kind == .secret }.flatMap { Self.data(of: $0.value) }
    }
    return Array(credentials.values) + held + live
  }

  /// A token Secret also holds its namespace and the cluster's CA, which are no secrets.
  private static func data(of secret: JSON) -> [String] {
    let isToken = secret["type"] == "kubernetes.io/service-account-token"
    let members = (secret["data"]?.objectValue ?? [:]).filter { !isToken || $0.key == "token" }
    return members.compactMap { HandOff.Field.data(key: $0.key).value(in: secret) }
  }
}
