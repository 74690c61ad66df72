import FoundationEssentials
import JSON
import Kubernetes
import Manifest
import Plan

/// Tokens that expire are kept while the hub accepts them and more than a third of their life is
/// left; only then would a new one be asked for.
extension FleetLook {
  func holdTokens(in live: inout LiveState, hub: KubernetesClient?) async {
    for token in boundTokens {
      guard let secret = live[token.consumer], let text = secret[token.path]?.stringValue,
        let held = Data(base64Encoded: text).flatMap({ String(validating: $0, as: UTF8.self) }),
        let expiry = secret["metadata"]?["annotations"]?[WellKnown.tokenExpires]?.stringValue,
        let end = Self.seconds(expiry)
      else { continue }
      live.tokenLifetimes[token.consumer] = end - now
      guard end - now > token.lifetime / 3, await token.isAccepted(held, by: hub) else { continue }
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

  /// Whether the hub takes the token for the identity that it was made for, and for no other.
  func isAccepted(_ token: String, by hub: KubernetesClient?) async -> Bool {
    guard let hub, let review = try? await hub.review(token: token) else { return false }
    let account = handOff.producer
    let username = "system:serviceaccount:\(account.namespace ?? ""):\(account.name)"
    return review.isAuthenticated && review.username == username
  }
}
