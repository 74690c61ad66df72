import Facts
import JSON
import Kubernetes
import Objects
import Plan
import Text

/// A token of the hub's that a Secret of another cluster holds.
struct HeldTokenPlace: Hashable, Sendable {
  /// The Secret that holds it, and its consumer beside it.
  let consumer: ObjectReference
  /// The key of its data, by its path.
  let path: FieldPath
  let handOff: HandOff

  /// Where the fleet's manifests put tokens of ServiceAccounts.
  static func all(in manifests: [Manifest]) -> [HeldTokenPlace] {
    let accounts = Set(manifests.filter(\.isTokenSecret).map(\.reference))
    return manifests.flatMap { manifest in
      manifest.bindings.flatMap { binding in
        binding.values.compactMap { value -> HeldTokenPlace? in
          guard case .handOff(let handOff) = value, manifest.reference.kind == .secret,
            handOff.isToken(of: accounts)
          else { return nil }
          return HeldTokenPlace(consumer: manifest.reference, path: binding.path, handOff: handOff)
        }
      }
    }
  }

  /// The token as the consumer has it; nil where it has none.
  func token(in live: LiveState) -> String? {
    live[consumer]?[path]?.stringValue.flatMap { Base64.string(of: $0) }
  }
}

extension Manifest {
  fileprivate var isTokenSecret: Bool { body["type"] == "kubernetes.io/service-account-token" }
}

extension HandOff {
  fileprivate func isToken(of secrets: Set<ObjectReference>) -> Bool {
    switch field {
    case .boundToken: true
    case .data(let key): key == "token" && secrets.contains(producer)
    case .admittedHost, .loadBalancerHost, .text, .uid, .boundTokenExpiry: false
    }
  }
}

/// What the hub says of tokens; nil of one that it cannot be asked about.
typealias TokenVerdicts = [HeldTokenPlace: Bool?]

extension ClusterExam {
  /// Those that a cluster shows to its hub, and what the kubeconfig shows to the cluster.
  func tokens(_ places: [HeldTokenPlace], _ verdicts: TokenVerdicts) -> [Finding] {
    let held = places.filter { $0.consumer.cluster == cluster && $0.token(in: live) != nil }
    let problems = held.compactMap { problem($0, verdicts) } + login
    if !problems.isEmpty { return problems.map(Finding.expiry) }
    let ends = held.compactMap { live.tokenLifetimes[$0.consumer] }
    return held.isEmpty ? [] : [.expiry(.tokensAccepted(held.count, firstEnds: ends.min()))]
  }

  /// What a kubeconfig's own token has left, where nobody renews it: told from a day before its end.
  private var login: [ExpiryFinding] {
    guard let end = answers.login?.tokenEnd, end - now < 86_400 else { return [] }
    return [.loginEnds(context: snapshot.identity.context, inSeconds: end - now)]
  }

  /// nil for a token that is good.
  private func problem(_ place: HeldTokenPlace, _ verdicts: TokenVerdicts) -> ExpiryFinding? {
    let consumer = place.consumer
    switch place.handOff.field {
    case .boundToken(_, let lifetime):
      if let left = live.tokenLifetimes[consumer], left < lifetime / 3 {
        return .tokenEnds(consumer, inSeconds: left)
      }
    default:
      guard live.snapshot(of: place.handOff.producer.cluster) != nil else { break }
      let producer = place.handOff.producer
      guard let token = live[producer].flatMap(place.handOff.field.value) else {
        return .tokenRevoked(consumer, producer)
      }
      if token != place.token(in: live) { return .tokenDiffers(consumer, from: producer) }
    }
    switch verdicts[place] {
    case true??: return nil
    case false??: return .tokenRefused(consumer)
    case nil, .some(nil): return .tokenUntold(consumer)
    }
  }
}
