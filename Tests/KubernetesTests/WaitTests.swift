import Facts
import JSON
import Kubernetes
import Objects
import Testing

@Suite(.timeLimit(.minutes(60))) struct WaitTests {
  private static let querier = ObjectReference(
    cluster: "hub",
    .deployment,
    namespace: "thanos",
    name: "querier",
  )

  private static func deployment(available: Int64) -> JSON {
    [
      "kind": "Deployment", "apiVersion": "apps/v1",
      "metadata": ["name": "querier", "resourceVersion": "7"],
      "status": ["updatedReplicas": 1, "replicas": 1, "availableReplicas": .integer(available)],
    ]
  }

  private static let stuck: JSON = [
    "kind": "Deployment", "apiVersion": "apps/v1", "metadata": ["name": "querier"],
    "status": [
      "conditions": [
        [
          "type": "Progressing", "status": "False", "reason": "ProgressDeadlineExceeded",
          "message": "no image",
        ]
      ]
    ],
  ]

  private static func event(_ object: JSON) -> APIServer.Answer {
    let event: JSON = ["type": "MODIFIED", "object": object]
    return APIServer.Answer(text: event.text() + "\n")
  }

  /// A server whose GETs show one state and whose watches tell of another.
  private static func serve(
    _ object: JSON,
    then changed: JSON,
    told: Record<[String: String]>,
    _ body: (KubernetesClient) async throws -> Void,
  ) async throws {
    try await APIServer.run(
      { request in
        guard request.query["watch"] == "1" else { return .json(object) }
        told.add(request.query)
        return event(changed)
      },
      body,
    )
  }

  private static func wait(
    _ client: KubernetesClient,
    timeout: Duration = .seconds(50),
    progress: Record<Readiness> = Record(),
  ) async throws(WaitError) -> JSON? {
    try await client.wait(
      for: querier,
      timeout: timeout,
      until: { Readiness.of($0, kind: .deployment) },
      onProgress: { progress.add($0) },
    )
  }

  @Test func `an object is watched from the state that was seen until it is ready`() async throws {
    let watches = Record<[String: String]>()
    let progress = Record<Readiness>()
    let ready = Self.deployment(available: 1)
    try await Self.serve(Self.deployment(available: 0), then: ready, told: watches) { client in
      let answer = try await Self.wait(client, progress: progress)
      #expect(answer == ready)
    }
    #expect(watches.count == 1)
    #expect(watches.all.first?["resourceVersion"] == "7")
    #expect(watches.all.first?["fieldSelector"] == "metadata.name=querier")
    #expect(progress.all == [.waiting(.replicas(.available, have: 0, of: 1)), .ready])
  }

  @Test func `a failure that the object tells ends the wait`() async throws {
    let reason = ReadinessReason.rolloutStuck(
      Explanation(reason: "ProgressDeadlineExceeded", message: "no image")
    )
    try await Self.serve(Self.deployment(available: 0), then: Self.stuck, told: Record()) {
      client in
      do throws(WaitError) {
        _ = try await Self.wait(client)
        Issue.record("it is not ready")
      } catch {
        guard case .failed(Self.querier, reason, _) = error else {
          Issue.record("\(error)")
          return
        }
      }
    }
  }

  @Test func `when time is up, it is told what was missing last`() async throws {
    let object = Self.deployment(available: 0)
    try await Self.serve(object, then: object, told: Record()) { client in
      do throws(WaitError) {
        _ = try await Self.wait(client, timeout: .zero)
        Issue.record("it is not ready")
      } catch {
        guard case .notReady(Self.querier, .zero, .replicas(.available, 0, 1), _) = error else {
          Issue.record("\(error)")
          return
        }
      }
    }
  }

  @Test func `an object that may not be looked at ends the wait`() async throws {
    try await APIServer.run { _ in
      .failure(403, "Forbidden")
    } _: { client in
      do throws(WaitError) {
        _ = try await Self.wait(client)
        Issue.record("it cannot be seen")
      } catch {
        guard case .request(let cause) = error, cause.isForbidden else {
          Issue.record("\(error)")
          return
        }
      }
    }
  }
}
