import Apply
import Facts
import Fleet
import FoundationEssentials
import JSON
import Kubernetes
import ObjectStore
import Objects
import Plan
import Text

extension FleetSession {
  /// Looks for whatever keeps the fleet from working, or will; nothing is changed.
  ///
  /// All clusters are asked at once, and none waits for one that is away.
  ///
  /// - `chosen`: the clusters that are examined; none are all.
  package func diagnose(
    for purpose: RightsPurpose,
    of chosen: [String] = [],
  ) async -> DoctorReport {
    async let bucket = examineBucket()
    async let lock = examineLock()
    var findings = await look.look(through: clients)
    secrets.insert(findings.live.secrets)
    let wanted = findings.live.needed(findings.manifests).filter {
      !findings.live.isLeftToOthers($0)
    }
    findings.live = await findings.addingClaims(of: wanted)
    findings.live = await findings.addingSupplies(of: wanted)
    let places = chosen.map(self.fleet.place)
    let exam = FleetExam(
      session: self,
      order: order.filter { places.isEmpty || places.contains($0) },
      live: findings.live,
      wanted: wanted,
      purpose: purpose,
    )
    let clusters = await exam.clusters(lock: await lock)
    let whole = CheckResult(.clock, clusters.machine.map { [.clock($0)] } ?? [])
    let fleet = Diagnosis(cluster: nil, results: [CheckResult(.bucket, await bucket), whole])
    return DoctorReport(fleet: self.fleet.name, places: [fleet] + clusters.diagnoses)
  }

  /// Nothing for a fleet without a bucket.
  private func examineBucket() async -> [Finding] {
    guard let bucket else { return [] }
    return [.bucket(await bucket.examined())]
  }

  /// Nothing where the kubeconfig does not lead to the hub.
  private func examineLock() async -> [Finding] {
    guard let lease else { return [] }
    do throws(FleetLease.Refusal) {
      switch try await lease.state() {
      case .free: return [.lock(.free)]
      case .held(let holder): return [.lock(.held(by: holder))]
      case .left(let holder): return [.lock(.left(by: holder))]
      }
    } catch {
      return [.lock(.untold(error))]
    }
  }
}

extension BucketAccess {
  /// What an apply would find of the bucket, and what it does not look at.
  fileprivate func examined() async -> BucketFinding {
    switch await plan() {
    case .create: return .isMade(name: bucket.name)
    case .unchecked(let reason): return .unchecked(reason)
    case .refused(let obstacle): return .unusable(obstacle)
    case .exists(.otherFleet(let fleet)): return .otherFleet(fleet, name: bucket.name)
    case .exists, .claim: break
    }
    do throws(S3Error) {
      try await client.checkWriting(below: prefix)
    } catch {
      return .unwritable(error)
    }
    return .usable(
      name: bucket.name,
      versions: (try? await client.versioning()) == "Enabled",
      isLocked: (try? await client.hasObjectLock()) ?? false,
    )
  }
}

/// Asks and judges all clusters of a fleet.
private struct FleetExam: Sendable {
  let session: FleetSession
  /// The clusters that are examined, as they are told.
  let order: [String]
  let live: LiveState
  let wanted: [Manifest]
  let purpose: RightsPurpose

  /// What was found on each cluster, and what of this machine.
  func clusters(
    lock: [Finding]
  ) async -> (machine: ClockFinding?, diagnoses: [Diagnosis]) {
    async let verdicts = verdicts()
    let answers = await answers()
    let told = await verdicts
    let clocks = clocks(answers.mapValues(\.skew))
    let diagnoses = order.map { cluster -> Diagnosis in
      guard let exam = exam(cluster, answers[cluster]) else { return unknown(cluster) }
      let clock = clocks.clusters[cluster].map { [Finding.clock($0)] } ?? []
      return Diagnosis(
        cluster: cluster,
        identity: exam.snapshot.identity,
        results: exam.results(
          clock: clock,
          tokens: exam.tokens(places, told),
          lock: cluster == session.clients.hub ? lock : [],
        ),
      )
    }
    return (clocks.machine, diagnoses)
  }

  private func answers() async -> [String: ClusterAnswers] {
    await withTaskGroup(of: (String, ClusterAnswers).self) { group in
      // The hub beside them: by one clock alone nobody knows whose is wrong.
      for cluster in Set(order + [session.clients.hub]) {
        guard let inquiry = inquiry(cluster) else { continue }
        group.addTask { (cluster, await inquiry.ask()) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  /// nil for a cluster that is unknown.
  private func inquiry(_ cluster: String) -> ClusterInquiry? {
    guard let client = session.clients[cluster], let snapshot = live.snapshot(of: cluster) else {
      return nil
    }
    return ClusterInquiry(
      cluster: cluster,
      client: client,
      snapshot: snapshot,
      wanted: wanted.filter { $0.reference.cluster == cluster },
      namespace: session.fleet.namespace,
      needed: NeededRights(
        for: purpose,
        on: cluster,
        of: wanted,
        namespace: session.fleet.namespace,
        hub: session.clients.hub,
      ),
    )
  }

  private func exam(_ cluster: String, _ answers: ClusterAnswers?) -> ClusterExam? {
    guard let answers, let snapshot = live.snapshot(of: cluster) else { return nil }
    return ClusterExam(
      cluster: cluster,
      hub: session.clients.hub,
      fleet: session.fleet.name,
      now: session.look.now,
      live: live,
      snapshot: snapshot,
      wanted: wanted.filter { $0.reference.cluster == cluster },
      answers: answers,
      purpose: purpose,
    )
  }

  private func unknown(_ cluster: String) -> Diagnosis {
    var reason = UnknownCluster.notLookedAt
    if case .unknown(let why) = live.clusters[cluster] { reason = why }
    return Diagnosis(
      cluster: cluster,
      results: [CheckResult(.reach, [.reach(.unknown(reason))])],
    )
  }

  // MARK: Tokens

  private var places: [HeldTokenPlace] { HeldTokenPlace.all(in: wanted) }

  /// What the hub says of each token that is held.
  private func verdicts() async -> TokenVerdicts {
    guard let hub = session.clients[session.clients.hub] else { return [:] }
    return await withTaskGroup(of: (HeldTokenPlace, Bool?).self) { group in
      for place in places {
        guard let token = place.token(in: live) else { continue }
        group.addTask { (place, (try? await hub.review(token: token))?.isAuthenticated) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = .some($1.1) }
    }
  }
}

extension ClusterExam {
  /// Everything in the order in which it is told.
  fileprivate func results(
    clock: [Finding],
    tokens: [Finding],
    lock: [Finding],
  ) -> [CheckResult] {
    [
      CheckResult(.reach, reach), CheckResult(.identity, identity), CheckResult(.clock, clock),
      CheckResult(.rights, rights), CheckResult(.kinds, kinds), CheckResult(.storage, storage),
      CheckResult(.ingress, ingress), CheckResult(.supplies, supplies),
      CheckResult(.certificates, certificates), CheckResult(.tokens, tokens),
      CheckResult(.objects, objects), CheckResult(.egress, egress), CheckResult(.lock, lock),
    ]
  }
}
