import Facts
import JSON
import Kubernetes
import Objects
import Plan

/// Tokens that expire are kept while the hub accepts them and more than a third of their life is
/// left; only then would a new one be asked for.
extension FleetLook {
  /// Asks the hub of each, so that a revoked one is made anew.
  func holdTokens(in live: inout LiveState, hub: KubernetesClient?) async {
    for place in tokenPlaces {
      guard let held = live[place.consumer].flatMap({ HeldToken(in: $0, at: place.path) }) else {
        continue
      }
      let token = place.token
      live.tokenLifetimes[place.consumer] = held.end - now
      guard held.lasts(token.lifetime, at: now), held.isBound(to: live[token.anchor]),
        await hub?.accepts(held, as: token) == true
      else { continue }
      live.heldTokens[token.text] = held.text
      live.heldTokens[token.expiry] = held.expiry
    }
  }

  /// Where the fleet's manifests put tokens.
  private var tokenPlaces: [TokenPlace] {
    manifests.flatMap { manifest in
      manifest.bindings.flatMap { binding in
        binding.values.compactMap { value -> TokenPlace? in
          guard case .handOff(let handOff) = value,
            case .boundToken(let secret, let lifetime) = handOff.field
          else { return nil }
          return TokenPlace(
            consumer: manifest.reference,
            path: binding.path,
            token: BoundToken(account: handOff.producer, secret: secret, lifetime: lifetime),
          )
        }
      }
    }
  }
}

/// The field of a Secret, on a managed cluster, that holds a token.
private struct TokenPlace {
  let consumer: ObjectReference
  let path: FieldPath
  let token: BoundToken
}

extension KubernetesClient {
  /// Whether the cluster takes the token for the identity that it was made for, and for no other.
  ///
  /// One that cannot be asked about counts as refused: a new one costs little, and a dead one all of
  /// its cluster's metrics.
  fileprivate func accepts(_ held: HeldToken, as token: BoundToken) async -> Bool {
    do throws(KubernetesError) {
      let review = try await review(token: held.text)
      return review.isAuthenticated && review.username == token.username
    } catch {
      return false
    }
  }
}
