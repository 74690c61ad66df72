import Facts
import JSON
import Objects
import Plan
import Testing

/// What a saved plan holds a later plan to, and what it does not tell.
struct SavedPlanTests {
  private let config = manifest(.configMap, "c", ["data": ["a": "1"]])
  private let secret = manifest(.secret, "s", ["data": ["k": "Y2FuYXJ5LWNhbmFyeQ=="]])
  private let options = SavedPlan.Options()

  /// `config` has another value than is wanted, and what the cluster holds besides.
  private func state(_ change: JSON = [:]) -> LiveState {
    live([config.reference: config.applied.merging(["data": ["a": "0"]]).merging(change)])
  }

  private func saved(
    _ live: LiveState,
    _ manifests: [Manifest]? = nil,
    answer: ServerAnswer? = nil,
    digest: String = "d",
    bucket: SavedPlan.Bucket? = nil,
  ) throws -> SavedPlan {
    let answer = answer ?? .accepted(config.applied, conflicts: [])
    let answers = [config.reference: answer]
    return SavedPlan(
      try planning(manifests ?? [config, secret], live, answers: answers),
      from: live,
      madeBy: "1",
      fleet: SavedPlan.Fleet(name: "f", file: "fleet.yaml", digest: digest),
      options: options,
      bucket: bucket,
    )
  }

  private func codes(_ now: SavedPlan) throws -> [PlanDeviation.Code] {
    try saved(state()).deviations(from: now).map(\.code)
  }

  @Test func `what is written is read again, value by value`() throws {
    let bucket = SavedPlan.Bucket(name: "b", action: "keep")
    let plan = try saved(state(), bucket: bucket)
    let read = try SavedPlan(reading: plan.json.bytes(.pretty), by: "1")
    #expect(read == plan)
    #expect(plan.objects.map(\.action) == [.update, .create])
    #expect(try plan.deviations(from: saved(state(), bucket: bucket)).isEmpty)
  }

  @Test func `what passes by itself is no deviation`() throws {
    let beat: JSON = ["metadata": ["resourceVersion": "9"], "status": ["x": 3]]
    #expect(try codes(saved(state(beat))).isEmpty)
  }

  @Test func `each thing that moves is told by its code`() throws {
    #expect(try codes(saved(state(), digest: "e")) == [.fleetFile])
    let bucket = SavedPlan.Bucket(name: "b", action: "create")
    #expect(try codes(saved(state(), bucket: bucket)) == [.bucket])
    #expect(
      try codes(saved(state(["data": ["a": "2"]]))) == [.objectChanged, .objectContent]
    )
    #expect(try codes(saved(state(["metadata": ["uid": "anew"]]))) == [.objectIdentity])
    #expect(try codes(saved(state(), [config])) == [.objectMissing])
    #expect(try codes(saved(state(["data": ["a": "1"]]))) == [.objectMissing])
    #expect(try codes(saved(live())) == [.objectAction])
    let more = manifest(.configMap, "more")
    #expect(try codes(saved(state(), [config, secret, more])) == [.objectAdded])
    let conflict = FieldConflict(manager: "some-controller", field: ".data.a")
    let conflicting = ServerAnswer.accepted(config.applied, conflicts: [conflict])
    #expect(try codes(saved(state(), answer: conflicting)) == [.objectRemarks])
    let other = manifest(.configMap, "n", ["data": ["a": "7"]])
    let same = manifest(.configMap, "n", ["data": ["a": "8"]])
    let first = try saved(state(), [config, other])
    #expect(
      try first.deviations(from: saved(state(), [config, same])).map(\.code) == [.objectContent]
    )
  }

  @Test func `a cluster that is another, or silent, is told, and its objects`() throws {
    var moved = state()
    guard case .reached(var snapshot)? = moved.clusters[spoke] else {
      Issue.record("the cluster is not there")
      return
    }
    snapshot.identity.uid = "another"
    moved.clusters[spoke] = .reached(snapshot)
    #expect(try codes(saved(moved)) == [.clusterIdentity])
    var silent = state()
    silent.clusters[spoke] = .unknown(silence)
    #expect(try codes(saved(silent)) == [.clusterLost])
    #expect(try saved(silent).deviations(from: saved(state())).map(\.code) == [.clusterFound])
  }

  @Test func `a Secret's text is not even digested, and another version of it is told`() throws {
    let gone = manifest(.secret, "gone", ["data": ["k": "b2xk"]])
    func departing(_ text: String, version: String) throws -> SavedPlan {
      let change: JSON = [
        "data": ["k": .string(text)], "metadata": ["resourceVersion": .string(version)],
      ]
      return try saved(live([gone.reference: gone.applied.merging(change)]), [])
    }
    let first = try departing("b2xk", version: "1")
    #expect(first == (try departing("bmV3", version: "1")))
    #expect(
      first.deviations(from: try departing("b2xk", version: "2")).map(\.code) == [.objectChanged]
    )
    // A new Secret, and a variable whose name promises a secret.
    func new(_ text: String) throws -> SavedPlan {
      let variable: JSON = ["name": "ADMIN_PASSWORD", "value": .string(text)]
      let pod: JSON = ["spec": ["containers": [["name": "c", "env": [variable]]]]]
      let manifests = [
        manifest(.secret, "s", ["data": ["k": .string(text)]]), manifest(.pod, "p", pod),
      ]
      return try saved(live(), manifests, digest: SavedPlan.digest(of: manifests))
    }
    #expect(try new("b2xk") == (try new("bmV3")))
  }

  @Test func `the digest of the fleet tells bound parts, and no order of chance`() {
    func bound(_ part: Binding.Part) -> Manifest {
      manifest(.configMap, "c", bindings: [Binding(FieldPath(keys: "data", "h"), [part])])
    }
    let host = PendingValue.handOff(HandOff(from: config.reference, .admittedHost))
    let digests = [Binding.Part.text("a"), .text("b"), .value(host), .quoted(host)].map {
      SavedPlan.digest(of: [bound($0)])
    }
    #expect(Set(digests).count == digests.count)
  }

  @Test func `a file that is no plan of this release is refused for the reason`() throws {
    let plan = try saved(state())
    func flaw(_ change: (inout JSONObject) -> Void, resealed: Bool = true) -> SavedPlanFlaw? {
      var members = plan.json.objectValue ?? [:]
      change(&members)
      if resealed { members["digest"] = nil }
      let bytes = JSON.object(members).bytes()
      do throws(SavedPlanFlaw) {
        _ = try SavedPlan(reading: bytes, by: "1")
        return nil
      } catch {
        return error
      }
    }
    #expect(flaw({ _ in }, resealed: false) == nil)
    #expect(flaw { $0["kind"] = "Fleet" } == .noPlan)
    #expect(flaw { $0["format_version"] = "2.0" } == .otherFormat("2.0", known: "1.0"))
    #expect(flaw({ $0["fedctl_version"] = "2" }, resealed: false) == .edited)
    #expect(flaw { _ in } == .edited)
    #expect(throws: SavedPlanFlaw.otherRelease("1", this: "2")) {
      try SavedPlan(reading: plan.json.bytes(), by: "2")
    }
    #expect(throws: SavedPlanFlaw.noJSON(JSONError(.unexpectedEnd, at: 0))) {
      try SavedPlan(reading: [], by: "1")
    }
  }
}
