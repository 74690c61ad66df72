import Apply
import Facts
import FoundationEssentials
import JSON
import Kubernetes
import Objects
import Plan

/// Asks one cluster what a look at it does not ask; nothing is changed there.
///
/// Whatever is not answered is not known for itself alone.
struct ClusterInquiry: Sendable {
  let cluster: String
  let client: KubernetesClient
  let snapshot: ClusterSnapshot
  /// What the fleet wants there.
  let wanted: [Manifest]
  /// The fleet's own namespace.
  let namespace: String
  /// What the kubeconfig's user needs there.
  let needed: NeededRights

  /// All questions at once, but for the times of answers, which others would lengthen.
  func ask() async -> ClusterAnswers {
    let (version, pace) = await paced()
    async let missing = missingRights()
    async let versions = versionsOfMissingGroups()
    async let classes = ingressClasses()
    async let policies = policies()
    async let secrets = shownSecrets()
    async let causes = causes()
    async let certificate = client.serverCertificate()
    let login = try? await client.shownCredentials()
    return await ClusterAnswers(
      version: version,
      pace: pace,
      skew: client.time?.timeIntervalSince(Date()),
      missing: missing,
      versions: versions,
      ingressClasses: classes,
      policies: policies,
      secrets: secrets,
      causes: causes,
      login: login,
      serverCertificate: certificate,
    )
  }

  /// The version, and how long it took to tell it.
  private func paced() async -> (version: String?, pace: Duration) {
    var version: String?
    var best: Duration?
    for _ in 0..<2 {
      let start = ContinuousClock.now
      version = (try? await client.version()) ?? version
      best = min(best ?? .seconds(3_600), start.duration(to: .now))
    }
    return (version, best ?? .zero)
  }

  // MARK: Rights

  /// By the rules of each namespace, and, where a cluster does not tell them all, one by one.
  private func missingRights() async -> Result<NeededRights, KubernetesError> {
    do throws(KubernetesError) {
      let rules = try await rules()
      var missing = NeededRights()
      missing.must = try await refused(needed.must, by: rules)
      missing.may = try await refused(needed.may, by: rules)
      return .success(missing)
    } catch {
      return .failure(error)
    }
  }

  /// The rules of each namespace in which something is needed, the fleet's own among them.
  private func rules() async throws(KubernetesError) -> [String: OwnRules] {
    let names = needed.must.union(needed.may).compactMap(\.namespace) + [namespace]
    let answers = await gathered(Set(names)) { name in
      do throws(KubernetesError) {
        return Result<OwnRules, KubernetesError>.success(try await client.ownRules(in: name))
      } catch {
        return .failure(error)
      }
    }
    var rules: [String: OwnRules] = [:]
    for (name, answer) in answers { rules[name] = try answer.get() }
    return rules
  }

  private func refused(
    _ rights: Set<Right>,
    by rules: [String: OwnRules],
  ) async throws(KubernetesError) -> Set<Right> {
    let untold = rights.filter { rules[$0.namespace ?? namespace]?.allow($0) != true }
    let open = untold.filter { rules[$0.namespace ?? namespace]?.isComplete == false }
    let asked = await gathered(open) { right in
      do throws(KubernetesError) {
        return Result<Bool, KubernetesError>.success(try await client.mayDo(right))
      } catch {
        return .failure(error)
      }
    }
    var refused = untold.subtracting(open)
    for (right, answer) in asked where try !answer.get() { refused.insert(right) }
    return refused
  }

  // MARK: What there is

  private func versionsOfMissingGroups() async -> [String: [String]] {
    let kinds = wanted.map(\.reference.kind).filter(snapshot.notServed.contains)
    let answers = await gathered(Set(kinds.map(\.group))) { group in
      (try? await client.servedVersions(of: group)) ?? []
    }
    return answers
  }

  private func ingressClasses() async -> [JSON]? {
    guard wanted.contains(where: { $0.reference.kind == .ingress }) else { return nil }
    return try? await client.list(.ingressClass, namespace: nil).items
  }

  private func policies() async -> [ObjectReference: JSON] {
    let found = try? await client.list(.networkPolicy, namespace: namespace).items
    let named = (found ?? []).map { policy in
      (
        ObjectReference(
          cluster: cluster,
          .networkPolicy,
          namespace: namespace,
          name: policy.metadata.name ?? "",
        ), policy,
      )
    }
    return Dictionary(named) { $1 }
  }

  /// Those of Ingresses and of Routes.
  private func shownSecrets() async -> [ObjectReference: JSON] {
    let names = wanted.flatMap { way -> [ObjectReference] in
      let tls = way.body["spec"]?["tls"]
      let shown: [JSON?] =
        switch way.reference.kind {
        case .ingress: (tls?.arrayValue ?? []).map { $0["secretName"] }
        case .route: [tls?["externalCertificate"]?["name"]]
        default: []
        }
      return shown.compactMap { $0?.stringValue }.map {
        ObjectReference(cluster: cluster, .secret, namespace: way.reference.namespace, name: $0)
      }
    }
    return await gathered(Set(names).filter { snapshot.objects[$0] == nil }) { secret in
      (try? await client.get(secret)) ?? nil
    }.compactMapValues(\.self)
  }

  /// So many objects at most: what a whole cluster is broken by, the first of them tell.
  static let causesAsked = 12

  private func causes() async -> [ObjectReference: WaitCause] {
    let unready = wanted.map(\.reference).filter { object in
      snapshot.objects[object] != nil
        && !Readiness.of(snapshot.objects[object], kind: object.kind).isReady
    }
    return await gathered(Set(unready.prefix(Self.causesAsked))) { await client.cause(of: $0) }
      .compactMapValues(\.self)
  }
}

/// The answer to each of several questions, all asked at once.
private func gathered<Key: Hashable & Sendable, Answer: Sendable>(
  _ keys: some Sequence<Key>,
  _ ask: @escaping @Sendable (Key) async -> Answer,
) async -> [Key: Answer] {
  await withTaskGroup(of: (Key, Answer).self) { group in
    for key in keys { group.addTask { (key, await ask(key)) } }
    return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
  }
}
