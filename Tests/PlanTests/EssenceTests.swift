import Facts
import JSON
import Objects
import Plan
import Testing

/// When two plans promise the same, so that nobody has to be asked twice.
struct EssenceTests {
  private let config = manifest(.configMap, "c", ["data": ["a": "1"]])
  private let secret = manifest(.secret, "s", ["data": ["k": "Y2FuYXJ5LWNhbmFyeQ=="]])

  /// `config` has another value than is wanted, and what the cluster holds besides.
  private func state(_ change: JSON = [:]) -> LiveState {
    live([
      config.reference: config.applied.merging(["data": ["a": "0"]]).merging(change)
    ])
  }

  private func plan(
    _ live: LiveState,
    _ manifests: [Manifest]? = nil,
    answer: ServerAnswer? = nil,
  ) throws -> ChangePlan {
    let answer = answer ?? .accepted(config.applied, conflicts: [])
    return try planning(manifests ?? [config, secret], live, answers: [config.reference: answer])
  }

  @Test func `two plans of one state promise the same, in whatever order they were told`() throws {
    let first = try plan(state(), [config, secret])
    #expect(first.promisesTheSame(as: try plan(state(), [secret, config])))
    #expect(first.hasChanges)
  }

  @Test func `a heartbeat in the status, or another's write, promises nothing else`() throws {
    let beat: JSON = [
      "metadata": ["resourceVersion": "9"], "status": ["lastHeartbeat": "now", "replicas": 3],
    ]
    #expect(try plan(state()).promisesTheSame(as: plan(state(beat))))
  }

  @Test func `the seconds until a token expires promise nothing`() throws {
    var (early, late) = (state(), state())
    early.tokenLifetimes[config.reference] = 900
    late.tokenLifetimes[config.reference] = 899
    #expect(try plan(early)[config.reference]?.notes != plan(late)[config.reference]?.notes)
    #expect(try plan(early).promisesTheSame(as: plan(late)))
  }

  @Test func `another live value, another object, another uid or another action differs`() throws {
    let first = try plan(state())
    #expect(!first.promisesTheSame(as: try plan(state(["data": ["a": "2"]]))))
    #expect(!first.promisesTheSame(as: try plan(state(["metadata": ["uid": "anew"]]))))
    #expect(!first.promisesTheSame(as: try plan(live())))
    #expect(!first.promisesTheSame(as: try plan(state(), [config])))
  }

  @Test func `another desired value differs`() throws {
    let other = manifest(.configMap, "c", ["data": ["a": "7"]])
    let answer = ServerAnswer.accepted(other.applied, conflicts: [])
    #expect(
      !(try plan(state()).promisesTheSame(as: plan(state(), [other, secret], answer: answer)))
    )
  }

  @Test func `what is deleted differs by what we own of it, and not by what others do`() throws {
    let gone = manifest(.secret, "gone", ["data": ["k": "b2xk"]])
    let before = try planning([], live([gone.reference: gone.applied]))
    let ours = gone.applied.merging(["data": ["k": "bmV3"]])
    let theirs = gone.applied.merging(["metadata": ["annotations": ["others": "x"]]])
    #expect(before[gone.reference]?.action == .delete)
    #expect(!before.promisesTheSame(as: try planning([], live([gone.reference: ours]))))
    #expect(before.promisesTheSame(as: try planning([], live([gone.reference: theirs]))))
  }

  @Test func `an obstacle, or a field that is taken over, differs`() throws {
    let conflict = FieldConflict(manager: "some-controller", field: ".data.a")
    let conflicting = ServerAnswer.accepted(config.applied, conflicts: [conflict])
    #expect(!(try plan(state()).promisesTheSame(as: plan(state(), answer: conflicting))))
    let refused = ServerAnswer.refused(.status(said(403, "no")))
    #expect(!(try plan(state()).promisesTheSame(as: plan(state(), answer: refused))))
  }

  @Test func `another cluster behind the context differs, and silence is silence`() throws {
    var moved = state()
    guard case .reached(var snapshot)? = moved.clusters[spoke] else {
      Issue.record("the cluster is not there")
      return
    }
    snapshot.identity.uid = "another"
    moved.clusters[spoke] = .reached(snapshot)
    let first = try plan(state())
    #expect(!first.promisesTheSame(as: try plan(moved)))
    #expect(!first.promisesTheSame(as: try plan(live(unknown: [spoke]))))
  }

  @Test func `no text of a Secret stands in it`() throws {
    let gone = manifest(.secret, "gone", ["data": ["k": "b2xkLW9sZC1vbGQ="]])
    let essence = try plan(live([gone.reference: gone.applied])).essence
    let text = String(reflecting: essence)
    for canary in ["canary-canary", "Y2FuYXJ5LWNhbmFyeQ==", "old-old-old", "b2xkLW9sZC1vbGQ="] {
      #expect(!text.contains(canary))
    }
  }
}
