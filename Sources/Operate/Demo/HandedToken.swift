import Apply
package import Facts
import FoundationEssentials
import JSON
import Kubernetes
package import Objects

/// A token of the hub's that a managed cluster holds; what it is itself stays out.
package struct HandedToken: Hashable, Sendable {
  /// The Secret that has it.
  package let holder: ObjectReference
  /// The hub's Secret that it is from.
  package let origin: ObjectReference
  /// Whose it is, as the token itself says: `system:serviceaccount:NAMESPACE:NAME`; nil where it is no JWT.
  package let subject: String?
}

extension FleetSession {
  /// The tokens that have come from the hub's Secrets to managed clusters, looked up there: those that are byte for
  /// byte what the hub has.
  package func handedTokens() async throws(KubernetesError) -> [HandedToken] {
    var handed: [HandedToken] = []
    for manifest in look.manifests where manifest.reference.kind == .secret {
      for binding in manifest.bindings {
        if let token = try await token(of: manifest.reference, binding) { handed.append(token) }
      }
    }
    return handed
  }

  /// nil for a field that is filled with anything else.
  private func token(
    of holder: ObjectReference,
    _ binding: Binding,
  ) async throws(KubernetesError) -> HandedToken? {
    guard case .value(.handOff(let handOff)) = binding.parts.first,
      case .data(let key) = handOff.field, handOff.producer.kind == .secret,
      handOff.producer.cluster != holder.cluster,
      let held = try await live(holder)?[binding.path]?.stringValue,
      try await live(handOff.producer)?["data"]?[key]?.stringValue == held
    else { return nil }
    return HandedToken(
      holder: holder,
      origin: handOff.producer,
      subject: Data(base64Encoded: held).flatMap { subject(ofToken: Array($0)) },
    )
  }

  /// An object as its cluster has it; nil where the cluster or the object is not there.
  private func live(_ object: ObjectReference) async throws(KubernetesError) -> JSON? {
    try await clients[object.cluster]?.get(object)
  }
}

/// What a JSON Web Token says of whose it is (RFC 7519, `sub`); nothing of it is checked.
func subject(ofToken token: [UInt8]) -> String? {
  let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard parts.count == 3 else { return nil }
  // The alphabet of URLs (RFC 4648, section 5), without the padding that the decoder wants.
  var text = String(decoding: parts[1], as: UTF8.self).replacing("-", with: "+")
    .replacing("_", with: "/")
  text += String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
  guard let bytes = Data(base64Encoded: text) else { return nil }
  return (try? JSON(parsing: Array(bytes)))?["sub"]?.stringValue
}
