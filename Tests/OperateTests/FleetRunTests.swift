import Apply
import Foundation
import Kubernetes
import Objects
import Plan
import Synchronization
import TestSupport
import Testing

@testable import Operate

/// Runs from fleet file to outcome, in this process and against a sandbox.
@Suite(.waitsForPrograms) struct FleetRunTests {
  @Test func `a second view receives every event and fact of an apply`() async throws {
    let place = try Place()
    let view = RecordingView()
    #expect(try await place.run(view).run() == .complete)
    let plan = try #require(view.events.compactMap(\.planned).first).clusters.plan
    #expect(view.events.compactMap(\.outcome).first?.isComplete == true)
    #expect(view.events.names == ["fleetFile", "planned", "begun", "step", "ended"])
    let finished = view.events.compactMap(\.step).compactMap(\.finished)
    #expect(Set(finished) == Set(plan.changes.map(\.reference)))
    #expect(finished.count == plan.changes.count)
    let again = RecordingView()
    #expect(try await place.run(again).run() == .complete)
    #expect(again.events.names == ["fleetFile", "planned"])
  }

  @Test func `where the first wave is not well, no other cluster is changed`() async throws {
    let place = try Place()
    let view = RecordingView()
    let asked = Mutex<[[String]]>([])
    let run = try await place.run(view, rollout: Rollout(canary: 1)) { clusters in
      asked.withLock { $0.append(clusters) }
      return false
    }
    #expect(try await run.run() == .incomplete)
    #expect(asked.withLock(\.self) == [["cluster1"]])
    let outcome = try #require(view.events.compactMap(\.outcome).first)
    #expect(outcome.done.keys.contains { $0.cluster == "cluster1" })
    #expect(!outcome.done.keys.contains { $0.cluster == "cluster2" })
    #expect(outcome.skipped.contains { $0.cluster == "cluster2" })
    #expect(!outcome.isInterrupted)
    let again = try await place.run(RecordingView(), rollout: Rollout(canary: 1)) { _ in true }
    #expect(try await again.run() == .complete)
  }

  @Test func `without leave nothing is changed`() async throws {
    let place = try Place()
    await #expect(throws: ApprovalRefusal.declined) {
      try await place.run(RecordingView(), approver: Refusal()).run()
    }
    #expect(try place.sandbox.requests().allSatisfy(\.isRead))
  }

  @Test func `what another run has changed since is planned, shown and asked for again`()
    async throws
  {
    let place = try Place()
    let asked = Asked()
    let approver = Consent {
      guard await asked.count() == 1 else { return }
      _ = try? await place.run(RecordingView()).run()
      _ = try? place.sandbox.kubectl("hub", "-n", "thanos", "delete", "service", "grafana")
    }
    let view = RecordingView()
    #expect(try await place.run(view, approver: approver).run() == .complete)
    #expect(view.events.names == ["fleetFile", "planned", "plannedAnew", "begun", "step", "ended"])
    #expect(await asked.times == 2)
    #expect(view.events.compactMap(\.outcome).first?.done.count == 1)
  }

  @Test func `a plan that another run has left as it was is not shown again`() async throws {
    let place = try Place()
    _ = try await place.run(RecordingView()).run()
    try place.sandbox.kubectl("hub", "-n", "thanos", "delete", "service", "grafana")
    let asked = Asked()
    let approver = Consent {
      _ = await asked.count()
      // Somebody takes the lease and gives it back, and does nothing.
      let lease = try? await place.run(RecordingView()).session.lease
      _ = try? await lease?.acquire()
      await lease?.release()
    }
    let view = RecordingView()
    #expect(try await place.run(view, approver: approver).run() == .complete)
    #expect(view.events.names == ["fleetFile", "planned", "begun", "step", "ended"])
    #expect(await asked.times == 1)
  }

  @Test func `a signal lets what is under way end and starts nothing more`() async throws {
    let place = try Place()
    let view = RecordingView()
    #expect(try await place.run(view, interruption: {}).run() == .interrupted)
    #expect(view.events.names.contains("interrupted"))
    #expect(view.events.compactMap(\.outcome).first?.isInterrupted == true)
    #expect(try await place.run(RecordingView()).run() == .complete)
  }

  @Test func `a fleet file with a flaw is shown to the view and ends the run`() async throws {
    let place = try Place(fleet: "kind: Fleet\n")
    let view = RecordingView()
    await #expect(throws: FleetFile.Flawed.self) { try await place.run(view) }
    #expect(view.events.names == ["fleetFile"])
  }
}

/// How often somebody was asked.
private actor Asked {
  private(set) var times = 0

  func count() -> Int {
    times += 1
    return times
  }
}

/// A sandbox and a fleet file that leads to it.
private final class Place: Sendable {
  let sandbox: Sandbox
  private let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID())")
  private let request: SessionRequest

  init(fleet: String? = nil) throws {
    sandbox = try Sandbox()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "fleet.yaml")
    try (fleet ?? ExampleFleet.text).write(to: file, atomically: true, encoding: .utf8)
    request = SessionRequest(
      fleetFile: file.path,
      kubeconfig: sandbox.kubeconfig,
      patience: Patience(atFirst: .seconds(3600), afterwards: .seconds(3600)),
      environment: ["AWS_ACCESS_KEY_ID": "canary-id", "AWS_SECRET_ACCESS_KEY": "canary-secret"],
    )
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func run(
    _ view: RecordingView,
    approver: any Approver = Consent(),
    interruption: @escaping @Sendable () async -> Void = {
      try? await Task.sleep(for: .seconds(3600))
    },
    rollout: Rollout = Rollout(),
    opening isWell: (@Sendable ([String]) async -> Bool)? = nil,
  ) async throws -> FleetRun {
    var patient = try await FleetSession.open(request, view: view)
    // These tests share their threads with others that block them for minutes.
    patient.leaseTimes = LeaseTimes(lifetime: .seconds(3600), renewal: .seconds(20))
    let session = patient
    let host = RunHost(view: view, approver: approver, interruption: interruption)
    let settings = ApplySettings(waitTimeout: .seconds(3600), maximumParallel: 16)
    return FleetRun(
      session,
      for: host,
      to: .apply,
      settings,
      rollout: rollout,
      opening: isWell,
    ) {
      try await session.plan(PlanSettings())
    }
  }
}

extension [RunEvent] {
  /// The kinds of events in their order, repetitions once, without the requests and whom these wait for.
  fileprivate var names: [String] {
    reduce(into: []) { names, event in
      let name = event.name
      if !["requested", "contact"].contains(name), names.last != name { names.append(name) }
    }
  }
}

extension RunEvent {
  fileprivate var name: String {
    switch self {
    case .fleetFile: "fleetFile"
    case .requested: "requested"
    case .contact: "contact"
    case .programSaid: "programSaid"
    case .warned: "warned"
    case .planned: "planned"
    case .plannedAnew: "plannedAnew"
    case .status: "status"
    case .diagnosed: "diagnosed"
    case .verified: "verified"
    case .unverified: "unverified"
    case .unlocked: "unlocked"
    case .bucket: "bucket"
    case .begun: "begun"
    case .step: "step"
    case .leaseInDoubt: "leaseInDoubt"
    case .leaseLost: "leaseLost"
    case .interrupted: "interrupted"
    case .ended: "ended"
    case .purge: "purge"
    }
  }

  fileprivate var planned: PlannedRun? { if case .planned(let run) = self { run } else { nil } }

  fileprivate var outcome: ApplyOutcome? {
    if case .ended(let outcome, _) = self { outcome } else { nil }
  }

  fileprivate var step: ApplyEvent? { if case .step(let event) = self { event } else { nil } }
}

extension ApplyEvent {
  fileprivate var finished: ObjectReference? {
    if case .finished(let reference, _) = self { reference } else { nil }
  }
}
