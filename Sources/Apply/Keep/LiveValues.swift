import Certificates
import Facts
import JSON
import Kubernetes
import Objects
import Plan
import Synchronization
import Text

/// The live objects of all clusters as apply knows them, and the values that they hand on.
final class LiveValues: Sendable {
  /// What has become of objects since the look.
  private let news = Mutex<[ObjectReference: JSON]>([:])
  let live: LiveState
  private let clients: FleetClients
  private let secrets: KnownSecrets
  private let kept: Set<ObjectReference>?
  let issued = Mutex<[IssuedCertificate: CertifiedKey]>([:])

  /// Begins with what the look has found; of what is stored later, `kept` is kept, or all where it is nil.
  init(
    _ live: LiveState,
    clients: FleetClients,
    hiding secrets: KnownSecrets,
    keeping kept: Set<ObjectReference>? = nil,
  ) {
    self.live = live
    self.clients = clients
    self.secrets = secrets
    self.kept = kept
  }

  /// An object as it is now; nil where it does not exist, as far as is known.
  subscript(reference: ObjectReference) -> JSON? {
    news.withLock { $0[reference] } ?? live[reference]
  }

  /// Keeps the form that an object has now, if anybody asks for it later.
  func keep(_ object: JSON?, at reference: ObjectReference) {
    guard let object, kept?.contains(reference) ?? true else { return }
    news.withLock { $0[reference] = object }
  }

  /// A desired object with every value in place, ready to be sent.
  ///
  /// Fields whose producers are out of reach keep what the plan has kept.
  func resolve(_ desired: DesiredObject) async throws(ApplyError) -> JSON {
    guard let cluster = desired.unavailable.first else {
      return try await resolve(desired.manifest)
    }
    guard desired.placeholders.isEmpty else { throw .obstacle(.unavailable(cluster: cluster)) }
    return desired.body
  }

  /// A manifest's object with every value in place.
  func resolve(_ manifest: Manifest) async throws(ApplyError) -> JSON {
    var values: [PendingValue: String] = [:]
    for value in manifest.bindings.flatMap(\.values) where values[value] == nil {
      values.merge(try await look(up: value)) { $1 }
    }
    secrets.insert(values.filter { $0.key.isSecret }.values)
    do throws(UnknownValues) {
      return try manifest.resolved(values)
    } catch {
      guard let first = error.values.first else { return manifest.body }
      throw .missing(first)
    }
  }

  /// The value, and with it others that come from the same source at the same time.
  func look(up value: PendingValue) async throws(ApplyError) -> [PendingValue: String] {
    switch value {
    case .credential(let credential): return [value: live.credentials[credential] ?? ""]
    case .generated(let secret): return [value: try await keep(secret)]
    case .certificate(let certificate, _): return try await look(up: certificate)
    case .handOff(let handOff):
      if let held = live.heldTokens[handOff] { return [value: held] }
      switch handOff.field {
      case .boundToken(let secret, let lifetime), .boundTokenExpiry(let secret, let lifetime):
        return try await issue(
          BoundToken(account: handOff.producer, secret: secret, lifetime: lifetime)
        )
      case .admittedHost, .loadBalancerHost, .data, .text, .uid:
        if let object = self[handOff.producer], let text = handOff.field.value(in: object) {
          return [value: text]
        }
        guard case .known(let text) = live.lookUp(value) else { throw .missing(value) }
        return [value: text]
      }
    }
  }

  /// The text that the cluster holds, or a new one where it holds none.
  ///
  /// Asked of the cluster right before it is stored: what was made since the look is kept, too.
  private func keep(_ secret: GeneratedSecret) async throws(ApplyError) -> String {
    let object = secret.secret
    if self[object] == nil, let client = clients[object.cluster] {
      do throws(KubernetesError) {
        keep(try await client.get(object), at: object)
      } catch {
        throw .kubernetes(error)
      }
    }
    let kept = self[object].flatMap(HandOff.Field.data(key: secret.key).value)
    return kept ?? randomText(length: secret.length)
  }

  /// A new token; its text and its expiry go together into one consumer.
  private func issue(_ token: BoundToken) async throws(ApplyError) -> [PendingValue: String] {
    let account = token.account
    guard let client = clients[account.cluster] else { throw .noClient(cluster: account.cluster) }
    guard let uid = self[token.anchor].flatMap(HandOff.Field.uid.value) else {
      throw .missing(.handOff(token.text))
    }
    do throws(KubernetesError) {
      let issued = try await client.requestToken(
        of: account,
        lifetime: token.lifetime,
        boundTo: (name: token.secret, uid: uid),
      )
      return [.handOff(token.text): issued.token, .handOff(token.expiry): issued.expiry]
    } catch {
      throw .kubernetes(error)
    }
  }
}

/// Letters and digits from the system's source of randomness.
func randomText(length: Int) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
  var generator = SystemRandomNumberGenerator()
  return String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
}
