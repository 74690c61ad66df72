import Facts
import FoundationEssentials
import JSON
import Kubernetes
import Objects
import Synchronization
import TestSupport
import Testing
import Text

@testable import Apply

/// One writer at a time.
@Suite(.waitsForPrograms)
struct FleetLeaseTests {
  private let clusters: TestClusters
  private let object = reference(.lease, "fedctl-f")

  init() throws { clusters = try TestClusters() }

  private func lease(
    _ holder: String,
    renewal: Duration = .milliseconds(5),
    lifetime: Duration = .seconds(3600),
    knowsEnded: @escaping @Sendable (String) -> Bool = { _ in false },
  ) throws -> FleetLease {
    FleetLease(
      try clusters.hub,
      hub: "hub",
      fleet: fleet,
      namespace: namespace,
      holder: holder,
      times: LeaseTimes(lifetime: lifetime, renewal: renewal),
      knowsEnded: knowsEnded,
    )
  }

  private func live() async throws -> LeaseRecord? {
    try await clusters.hub.get(object).map(LeaseRecord.init)
  }

  private func write(_ spec: JSON) async throws {
    _ = try await clusters.hub.mergePatch(object, ["spec": spec])
  }

  private func refusal(_ lease: FleetLease) async throws -> FleetLease.Refusal? {
    do throws(FleetLease.Refusal) {
      _ = try await lease.acquire()
      return nil
    } catch {
      return error
    }
  }

  // MARK: Taking

  @Test func `the first to come has it, the second is told who and until when`() async throws {
    _ = try await lease("a").acquire()
    guard case .held(by: "a", until: .expiry(let end))? = try await refusal(lease("b")) else {
      Issue.record("it was not refused")
      return
    }
    let expected = try #require(try await live()?.expiry(LeaseTimes()))
    #expect(abs(end.timeIntervalSince(expected)) < 60)
    #expect(try await live()?.holder == "a")
  }

  @Test func `what is released can be taken at once, and shows that somebody was there`()
    async throws
  {
    let (a, b) = (try lease("a"), try lease("b"))
    let nobody = try await a.mark()
    #expect(try await a.acquire() == nobody)
    #expect(await a.release() == nil)
    #expect(try await live()?.holder == nil)
    let free = try await b.mark()
    #expect(free != nobody)
    #expect(try await b.acquire() == free)
  }

  @Test func `a lease that has run out is taken over`() async throws {
    _ = try await lease("a").acquire()
    try await write(["renewTime": "2020-01-01T00:00:00.000000Z"])
    #expect(try await refusal(lease("b")) == nil)
    #expect(try await live()?.holder == "b")
  }

  @Test(arguments: [-3600.0, 3600])
  func `its age is judged by the hub's clock, whatever ours says`(skew: Double) async throws {
    try clusters.sandbox.setFaults("context=hub,skew=\(Int(skew))")
    let before = Date()
    _ = try await lease("a").acquire()
    let written = try #require(try await live()?.renewal).addingTimeInterval(-skew)
    // The hub tells its time in whole seconds, and a busy machine hears of it late; an hour is another matter.
    #expect(before.addingTimeInterval(-60) < written && written < Date().addingTimeInterval(60))
    let now = Date().addingTimeInterval(skew)
    let spec: JSON = ["leaseDurationSeconds": 100_000]
    let passed = RFC3339.microTime(of: now.addingTimeInterval(-50_000))
    try await write(spec.merging(["renewTime": .string(passed)]))
    #expect(try await refusal(lease("b")) != nil)
    let over = RFC3339.microTime(of: now.addingTimeInterval(-150_000))
    try await write(spec.merging(["renewTime": .string(over)]))
    #expect(try await refusal(lease("b")) == nil)
  }

  /// Two machines' clocks differ: what seems to have run out is watched for as long as it holds.
  @Test(.timeLimit(.minutes(60)))
  func `where the hub tells no time, a lease that moves is another's and one that rests is free`()
    async throws
  {
    try clusters.sandbox.setFaults("context=hub,undated")
    let (hub, object) = (try clusters.hub, object)
    _ = try await lease("a", lifetime: .seconds(5)).acquire()
    #expect(hub.time == nil)
    try await write(["renewTime": "2020-01-01T00:00:00.000000Z"])
    // Its holder lives, and its clock is years behind. It renews so late that whoever took it at once would have it.
    let renewing = Task {
      for second in 1... {
        try await Task.sleep(for: .milliseconds(500))
        let time = "2020-01-01T00:00:0\(second % 10).000000Z"
        _ = try await hub.mergePatch(object, ["spec": ["renewTime": .string(time)]])
      }
    }
    let b = try lease("b", lifetime: .seconds(1))
    #expect(try await refusal(b) == .held(by: "a", until: .release))
    renewing.cancel()
    _ = await renewing.result
    #expect(try await live()?.holder == "a")
    try await write(["leaseDurationSeconds": 1])
    #expect(try await refusal(b) == nil)
    #expect(try await live()?.holder == "b")
  }

  @Test func `the lease of a holder that has died is taken over before its end`() async throws {
    _ = try await lease("dead").acquire()
    #expect(try await refusal(lease("b") { $0 == "other" }) != nil)
    #expect(try await refusal(lease("b") { $0 == "dead" }) == nil)
    #expect(try await live()?.holder == "b")
  }

  @Test func `a lease that was written though its answer was lost is ours`() async throws {
    try clusters.sandbox.setFaults("verb=create,resource=leases,count=1,drop-answer")
    #expect(try await refusal(lease("a")) == nil)
    #expect(try await live()?.holder == "a")
  }

  @Test func `somebody who was faster holds it until they give it back`() async throws {
    try clusters.sandbox.setFaults("verb=create,resource=leases,count=1,status=409")
    #expect(try await refusal(lease("a")) == .held(by: nil, until: .release))
  }

  @Test func `a hub that does not let us is told as what it said`() async throws {
    try clusters.sandbox.setFaults("verb=create,resource=leases,forbid")
    guard case .kubernetes(let error)? = try await refusal(lease("a")) else {
      Issue.record("it was not refused")
      return
    }
    #expect(error.isForbidden)
  }

  // MARK: Keeping

  /// Keeps a lease until `isEnough` of what was reported and of the live lease.
  private func keep(
    _ lease: FleetLease,
    mayVanish: Bool = false,
    until isEnough: @escaping @Sendable ([FleetLease.Trouble]) async throws -> Bool,
  ) async throws -> FleetLease.Refusal? {
    let troubles = TroubleLog()
    return try await withThrowingTaskGroup(of: FleetLease.Refusal?.self) { group in
      group.addTask {
        do throws(FleetLease.Refusal) {
          try await lease.keep(mayVanish: mayVanish) { troubles.append($0) }
          return nil
        } catch {
          return error
        }
      }
      group.addTask {
        while try await !isEnough(troubles.all) { try await Task.sleep(for: .milliseconds(5)) }
        return nil
      }
      let first = try await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }

  @Test(.timeLimit(.minutes(60)))
  func `it is renewed again and again until the work is done`() async throws {
    let a = try lease("a")
    _ = try await a.acquire()
    let versions = TextLog()
    let (hub, object) = (try clusters.hub, object)
    let refusal = try await keep(a) { _ in
      versions.append(try await hub.get(object)?.metadata.resourceVersion ?? "")
      return Set(versions.all).count > 3
    }
    #expect(refusal == nil)
    #expect(try await live()?.holder == "a")
  }

  @Test(.timeLimit(.minutes(60)))
  func `whoever has taken it ends the keeping`() async throws {
    let a = try lease("a")
    _ = try await a.acquire()
    try await write(["holderIdentity": "thief"])
    #expect(try await keep(a) { _ in false } == .held(by: "thief", until: .release))
    #expect(try await live()?.holder == "thief")
  }

  @Test(.timeLimit(.minutes(60)))
  func `a hub that does not answer is told, and the work goes on`() async throws {
    let a = try lease("a")
    _ = try await a.acquire()
    try clusters.sandbox.setFaults("verb=get,resource=leases,count=2,forbid")
    let codes = TextLog()
    let refusal = try await keep(a) { troubles in
      for trouble in troubles.dropFirst(codes.all.count) { codes.append(trouble.code.rawValue) }
      return codes.all.count >= 2
    }
    #expect(refusal == nil)
    #expect(codes.all == ["lease.unread", "lease.unread"])
  }

  @Test(.timeLimit(.minutes(60)))
  func `a renewal that is refused is told`() async throws {
    let a = try lease("a")
    _ = try await a.acquire()
    try clusters.sandbox.setFaults("verb=patch,resource=leases,forbid")
    let refusal = try await keep(a) { $0.contains { $0.code == .unrenewed } }
    #expect(refusal == nil)
  }

  @Test(.timeLimit(.minutes(60)), arguments: ["get", "patch"])
  func `a lease that cannot be renewed ends the work before others can have it`(verb: String)
    async throws
  {
    let a = try lease("a", renewal: .milliseconds(100), lifetime: .seconds(6))
    _ = try await a.acquire()
    try clusters.sandbox.setFaults("verb=\(verb),resource=leases,forbid")
    #expect(try await keep(a) { _ in false }?.code == .ending)
    #expect(!a.isHeld)
    // Nobody else could take it meanwhile.
    try clusters.sandbox.setFaults()
    #expect(try await live()?.holder == "a")
  }

  @Test func `who has not taken it, or has lost it, does not hold it`() async throws {
    let a = try lease("a")
    #expect(!a.isHeld)
    _ = try await a.acquire()
    #expect(a.isHeld)
    try await write(["holderIdentity": "thief"])
    _ = try await keep(a) { _ in false }
    #expect(!a.isHeld)
  }

  @Test func `where it is not held any more, nothing is changed`() async throws {
    let planned = try await clusters.plan([configMap("c")])
    try clusters.sandbox.forgetRequests()
    let outcome = await clusters.apply(planned.fenced { false }).outcome
    #expect(outcome.failed.count == 1)
    #expect(try clusters.sandbox.requests().allSatisfy(\.isRead))
  }

  @Test(.timeLimit(.minutes(60)))
  func `a lease that goes with its namespace is no loss for who tears down`() async throws {
    let a = try lease("a", renewal: .milliseconds(1))
    _ = try await a.acquire()
    _ = try await clusters.hub.delete(object)
    let asked = Sandbox.lineCount(of: clusters.sandbox.logFile)
    let log = clusters.sandbox.logFile
    let codes = TextLog()
    let refusal = try await keep(a, mayVanish: true) { troubles in
      for trouble in troubles { codes.append(trouble.code.rawValue) }
      return Sandbox.lineCount(of: log) > asked + 5
    }
    #expect(refusal == nil)
    #expect(codes.all.isEmpty)
  }

  @Test(.timeLimit(.minutes(60)))
  func `a lease that another's teardown has deleted ends the work`() async throws {
    let a = try lease("a")
    _ = try await a.acquire()
    _ = try await clusters.hub.delete(object)
    #expect(try await keep(a) { _ in false } == .gone)
    #expect(!a.isHeld)
  }

  // MARK: Giving back

  @Test func `another's lease is neither released nor deleted`() async throws {
    _ = try await lease("a").acquire()
    #expect(try await lease("b").release() == nil)
    #expect(try await lease("b").remove() == nil)
    #expect(try await live()?.holder == "a")
  }

  @Test func `a fleet that is gone leaves no lease`() async throws {
    let a = try lease("a")
    _ = try await a.acquire()
    #expect(await a.remove() == nil)
    #expect(try await live() == nil)
  }

  @Test func `what cannot be given back is told`() async throws {
    let a = try lease("a")
    _ = try await a.acquire()
    try clusters.sandbox.setFaults("verb=patch,resource=leases,forbid")
    #expect(await a.release()?.code == .unreturned)
  }
}

/// What was told, from whatever task.
private final class TroubleLog: Sendable {
  private let troubles = Mutex<[FleetLease.Trouble]>([])

  var all: [FleetLease.Trouble] { troubles.withLock { $0 } }

  func append(_ trouble: FleetLease.Trouble) { troubles.withLock { $0.append(trouble) } }
}

private final class TextLog: Sendable {
  private let texts = Mutex<[String]>([])

  var all: [String] { texts.withLock { $0 } }

  func append(_ text: String) { texts.withLock { $0.append(text) } }
}
