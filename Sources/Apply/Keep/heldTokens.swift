import FoundationEssentials
import JSON
import Kubernetes
import Objects
import Plan

/// Tokens that expire are kept while the hub accepts them and more than a third of their life is
/// left; only then would a new one be asked for.
extension FleetLook {
  func holdTokens(in live: inout LiveState, hub: KubernetesClient?) async {
    for token in boundTokens {
      guard let secret = live[token.consumer], let text = secret[token.path]?.stringValue,
        let held = Data(base64Encoded: text).flatMap({ String(validating: $0, as: UTF8.self) }),
        let expiry = secret.metadata.annotation(WellKnown.tokenExpires),
        let end = Self.seconds(expiry)
      else { continue }
      live.tokenLifetimes[token.consumer] = end - now
      guard end - now > token.lifetime / 3, token.isBound(held, to: live[token.anchor]),
        await token.isAccepted(held, by: hub)
      else { continue }
      live.heldTokens[token.handOff] = held
      live.heldTokens[token.expiry] = expiry
    }
  }

  /// Seconds since 1970 of an RFC 3339 time.
  private static func seconds(_ text: String) -> Int? {
    (try? Date.ISO8601FormatStyle().parse(text)).map { Int($0.timeIntervalSince1970) }
  }

  private var boundTokens: [BoundToken] {
    manifests.flatMap { manifest in
      manifest.bindings.flatMap { binding in
        binding.values.compactMap { value -> BoundToken? in
          guard case .handOff(let handOff) = value, case .boundToken = handOff.field else {
            return nil
          }
          return BoundToken(consumer: manifest.reference, path: binding.path, handOff: handOff)
        }
      }
    }
  }
}

/// A token that a Secret on a managed cluster holds, and whose it is.
private struct BoundToken {
  let consumer: ObjectReference
  let path: FieldPath
  let handOff: HandOff

  var lifetime: Int {
    if case .boundToken(_, let lifetime) = handOff.field { lifetime } else { 0 }
  }

  var expiry: HandOff {
    guard case .boundToken(let secret, let lifetime) = handOff.field else { return handOff }
    return HandOff(from: handOff.producer, .boundTokenExpiry(secret: secret, lifetime: lifetime))
  }

  /// The Secret whose deletion revokes the token.
  var anchor: ObjectReference {
    guard case .boundToken(let secret, _) = handOff.field else { return handOff.producer }
    return ObjectReference(
      cluster: handOff.producer.cluster,
      .secret,
      namespace: handOff.producer.namespace,
      name: secret,
    )
  }

  /// Whether the token names the live anchor: the API server goes on accepting a token for a while
  /// after its anchor has been deleted.
  func isBound(_ token: String, to anchor: JSON?) -> Bool {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let claims = try? JSON(parsing: Self.decoded(parts[1])),
      let uid = claims["kubernetes.io"]?["secret"]?["uid"]?.stringValue
    else { return false }
    return anchor?.metadata.uid == uid
  }

  /// The bytes of base64 in its URL form, without padding, as tokens have it.
  private static func decoded(_ text: Substring) -> [UInt8] {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
    return Data(base64Encoded: plain + padding).map(Array.init) ?? []
  }

  /// Whether the hub takes the token for the identity that it was made for, and for no other.
  func isAccepted(_ token: String, by hub: KubernetesClient?) async -> Bool {
    guard let hub, let review = try? await hub.review(token: token) else { return false }
    let account = handOff.producer
    let username = "system:serviceaccount:\(account.namespace ?? ""):\(account.name)"
    return review.isAuthenticated && review.username == username
  }
}
