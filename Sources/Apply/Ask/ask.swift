import Facts
import JSON
import Kubernetes
import Objects
import Plan

/// Asks servers, with dry runs, about the objects for which a look was not enough.
struct PlanInquiry: Sendable {
  let live: LiveState
  let clients: FleetClients

  /// What is desired of each manifest whose cluster answers, in their order, and what servers say of it.
  ///
  /// Cluster by cluster, several at once; a cluster has no more requests under way than its client allows.
  func judge(_ manifests: [Manifest]) async -> Judgement {
    let places = Dictionary(grouping: manifests.indices) { manifests[$0].reference.cluster }
    var desired = [DesiredObject?](repeating: nil, count: manifests.count)
    var answers: [ObjectReference: ServerAnswer] = [:]
    await inTurn(places, atOnce: clients.maximumParallel) { cluster, places in
      (places, await judgement(of: places.map { manifests[$0] }, on: cluster))
    } then: { places, judged in
      for (place, object) in zip(places, judged.desired) { desired[place] = object }
      answers.merge(judged.answers) { $1 }
    }
    return Judgement(desired: desired.compactMap(\.self), answers: answers)
  }

  /// The same of the manifests of one cluster; only what the server must be asked about is begun as a task.
  ///
  /// None of a cluster that does not answer.
  private func judgement(of manifests: [Manifest], on cluster: String) async -> Judgement {
    guard live.snapshot(of: cluster) != nil else { return Judgement() }
    var judged = Judgement()
    var asked: [DesiredObject] = []
    for manifest in manifests {
      let desired = live.desired(manifest)
      judged.desired.append(desired)
      switch live.question(about: desired) {
      case .nothing: break
      case .tooEarly(let reason): judged.answers[desired.reference] = .notAsked(reason)
      case .dryRun: asked.append(desired)
      }
    }
    guard let client = clients[cluster] else { return judged }
    await inTurn(asked, atOnce: clients.atOnce(on: cluster)) { desired in
      (desired.reference, await answer(about: desired, from: client))
    } then: {
      judged.answers[$0.0] = $0.1
    }
    return judged
  }

  /// What a dry run of an object tells.
  private func answer(
    about desired: DesiredObject,
    from client: KubernetesClient,
  ) async -> ServerAnswer {
    let (body, reference) = (desired.body, desired.reference)
    var answer = await client.tries(body, as: reference)
    if case .immutable = answer {
      answer = await client.trying(anewWith: body, as: reference, insteadOf: answer)
    }
    let taken = live.takenBack(for: desired)
    guard !taken.isEmpty else { return answer }
    return await client.adding(freshFormOf: body, as: reference, to: answer, without: taken)
  }
}

/// What is desired of objects, and what their servers say of it.
struct Judgement: Sendable {
  /// Of every object whose cluster answers, in the order of the manifests.
  var desired: [DesiredObject] = []
  /// Of those about which a look was not enough.
  var answers: [ObjectReference: ServerAnswer] = [:]
}

extension KubernetesClient {
  /// Tries an object; where other managers own fields of it, tries again as if they were taken over.
  fileprivate func tries(_ body: JSON, as reference: ObjectReference) async -> ServerAnswer {
    do throws(KubernetesError) {
      return .accepted(try await dryRun(body, reference, force: false), conflicts: [])
    } catch {
      let conflicts = error.fieldConflicts
      guard !conflicts.isEmpty else { return answer(for: error) }
      do throws(KubernetesError) {
        return .accepted(try await dryRun(body, reference, force: true), conflicts: conflicts)
      } catch {
        return answer(for: error)
      }
    }
  }

  /// Adds how the server would store the object if it did not exist: under a name that nobody uses.
  ///
  /// `taken` are the fields of hands that apply takes back, which a refusal may come from.
  fileprivate func adding(
    freshFormOf body: JSON,
    as reference: ObjectReference,
    to answer: ServerAnswer,
    without taken: [FieldPath],
  ) async -> ServerAnswer {
    switch answer {
    case .accepted(let object, let conflicts, _):
      let fresh = try? await tryAnew(body, as: reference)
      return .accepted(object, conflicts: conflicts, fresh: fresh)
    case .refused(.status(let status)) where status.isMended(byTakingBack: taken):
      let fresh = try? await tryAnew(body, as: reference)
      return fresh.map { .acceptedAfterTakeover(fresh: $0) } ?? answer
    case .refused, .acceptedAfterTakeover, .immutable, .notAsked: return answer
    }
  }

  /// What becomes of an object that cannot be changed in place: it is replaced only where the server
  /// would take the new one, for the old one is deleted first.
  fileprivate func trying(
    anewWith body: JSON,
    as reference: ObjectReference,
    insteadOf answer: ServerAnswer,
  ) async -> ServerAnswer {
    do throws(KubernetesError) {
      let fresh = try await tryAnew(body, as: reference)
      guard case .immutable(let status, _) = answer else { return answer }
      return .immutable(status, fresh: fresh)
    } catch {
      return .refused(error)
    }
  }

  /// The object as the server would store it.
  private func dryRun(
    _ body: JSON,
    _ reference: ObjectReference,
    force: Bool,
  ) async throws(KubernetesError) -> JSON {
    try await apply(body, as: reference, ApplyOptions(dryRun: true, force: force))
  }

  /// What a refusal means for the plan.
  private func answer(for error: KubernetesError) -> ServerAnswer {
    if error.isNotServed || error.isNotFound || error.isOfUnreadCertificate {
      return .notAsked(.answered(error))
    }
    guard let status = error.status, status.isImmutableFieldChange else { return .refused(error) }
    return .immutable(status)
  }
}

extension KubernetesError {
  /// Whether a server refuses a Route since the router cannot read its certificate, which it may once the Secret, or the
  /// Role that the plan has for it, is there.
  fileprivate var isOfUnreadCertificate: Bool {
    guard case .status(let status) = self, !status.causes.isEmpty else { return false }
    return status.causes.allSatisfy { cause in
      cause.field.hasPrefix("spec.tls.externalCertificate")
        && (cause.reason == "FieldValueNotFound" || cause.message.contains("router serviceaccount"))
    }
  }

  /// The fields that other managers own, if that is what the server objects to.
  var fieldConflicts: [FieldConflict] {
    guard case .status(let status) = self, status.isFieldManagerConflict else { return [] }
    return status.causes.map { cause in
      // The server's words: conflict with "kubectl-edit" using apps/v1 at 2024-01-01T00:00:00Z
      let parts = cause.message.split(separator: "\"", omittingEmptySubsequences: false)
      return FieldConflict(
        manager: parts.count > 1 ? String(parts[1]) : cause.message,
        field: cause.field,
      )
    }
  }
}
