import Facts
import HTTP
import JSON
import Kubernetes
import Objects
import TestSupport
import Testing

/// Whatever answers at the address of a cluster: no call hangs, traps, or takes it for an answer.
@Suite(
  .waitsForPrograms,
  .enabled(if: HostileServer.isInstalled, "needs python: make setup"),
  .timeLimit(.minutes(60)),
)
struct HostileServerTests {
  private static let namespace = ObjectReference(cluster: "hub", .namespace, name: "kube-system")
  private static let deployment = ObjectReference(
    cluster: "hub",
    .deployment,
    namespace: "n",
    name: "a",
  )

  /// Of a server that answers so; one that breaks off is asked for a moment longer.
  private static func client(_ way: String, patience: Duration = .seconds(1)) throws
    -> KubernetesClient
  {
    KubernetesClient(
      ClusterConnection(context: "hub", server: try HostileServer.shared.get().url(way)),
      transport: try HTTPTransport(),
      patience: Patience(atFirst: patience, afterwards: patience),
    )
  }

  /// The errors of a GET, a list, a change and a deletion, each of which must fail.
  private static func errors(_ way: String) async throws -> [KubernetesError] {
    // Noise is now this, now that; the others answer at once, however busy the machine is.
    let client = try client(way, patience: way == "noise" ? .seconds(1) : .seconds(3600))
    var errors: [KubernetesError] = []
    func note(_ call: () async throws(KubernetesError) -> Void) async {
      do throws(KubernetesError) {
        try await call()
        Issue.record("\(way) was taken for an answer")
      } catch {
        errors.append(error)
      }
    }
    await note { () throws(KubernetesError) in _ = try await client.get(namespace) }
    await note { () throws(KubernetesError) in
      _ = try await client.list(.secret, namespace: nil)
    }
    await note { () throws(KubernetesError) in _ = try await client.mergePatch(namespace, [:]) }
    await note { () throws(KubernetesError) in _ = try await client.delete(namespace) }
    await note { () throws(KubernetesError) in _ = try await client.servedKinds() }
    return errors
  }

  @Test(arguments: [
    "page", "nothing", "blank", "object", "array", "text", "number", "items", "kindless", "other",
    "failure", "types", "cut", "nested", "elements", "controls", "nul", "latin", "noise",
  ])
  func `a success that is none is an error, and nobody's absence`(way: String) async throws {
    for error in try await Self.errors(way) {
      switch (way, error.code) {
      case (_, .malformedAnswer), ("noise", .unanswered): break
      case (_, let code): Issue.record("\(code): \(error)")
      }
    }
  }

  @Test func `what answered is told`() async throws {
    let server = try HostileServer.shared.get()
    func flaw(_ way: String) async throws -> AnswerFlaw? {
      let error = await #expect(throws: KubernetesError.self) {
        _ = try await Self.client(way, patience: .seconds(3600)).get(Self.namespace)
      }
      guard case .malformedAnswer(let flaw, let answerer)? = error else { return nil }
      let path = "/api/v1/namespaces/kube-system"
      #expect(answerer == Answerer(url: server.url(way) + path, program: "gate"))
      return flaw
    }
    let expected = AnswerFlaw.KindName(version: "v1", kind: "Namespace")
    #expect(try await flaw("nothing") == .empty)
    #expect(try await flaw("blank") == .empty)
    #expect(try await flaw("object") == .otherKind(found: nil, expected: expected))
    #expect(
      try await flaw("other")
        == .otherKind(
          found: AnswerFlaw.KindName(version: "v1", kind: "Secret"),
          expected: expected,
        )
    )
    guard case .notJSON(_, begins: "<!DOCTYPE html>")? = try await flaw("page"),
      case .failure(let status)? = try await flaw("failure"), status.code == 404
    else {
      Issue.record("the page or the failure is told otherwise")
      return
    }
  }

  @Test(arguments: [
    ("302", 302), ("403page", 403), ("403", 403), ("404page", 404), ("404go", 404), ("404", 404),
    ("429page", 429),
  ])
  func `a refusal that is no API server's keeps its number and who said it`(
    way: String,
    code: Int,
  ) async throws {
    let url = try HostileServer.shared.get().url(way)
    let client = try Self.client(way, patience: .seconds(3600))
    let error = await #expect(throws: KubernetesError.self) {
      _ = try await client.get(Self.namespace)
    }
    let status = try #require(error?.status)
    #expect(status.code == code && !status.isOfAPI)
    #expect(status.answerer?.url == "\(url)/api/v1/namespaces/kube-system")
    if way == "302" {
      #expect(status.answerer?.program == "gate")
      #expect(status.answerer?.location == "https://login.example.com/")
    }
    await #expect(throws: KubernetesError.self) {
      _ = try await client.list(.secret, namespace: nil)
    }
    await #expect(throws: KubernetesError.self) { _ = try await client.delete(Self.namespace) }
  }

  @Test(arguments: [("500", 500), ("503page", 503)])
  func `what is tried again and fails for good keeps its number`(way: String, code: Int)
    async throws
  {
    let error = await #expect(throws: KubernetesError.self) {
      _ = try await Self.client(way, patience: .seconds(2)).get(Self.namespace)
    }
    // On a busy machine the last try may come to nothing at all.
    #expect(error?.status?.code == code || error?.code == .unanswered)
  }

  @Test
  func `a path that Go's servers do not know is a kind that is not there, but for the core's`()
    async throws
  {
    let client = try Self.client("404go", patience: .seconds(3600))
    #expect(try await client.get(Self.deployment) == nil)
    await #expect(throws: KubernetesError.notServed(kind: "Route.route.openshift.io")) {
      _ = try await client.list(.route, namespace: nil)
    }
    let error = await #expect(throws: KubernetesError.self) {
      _ = try await client.list(.secret, namespace: nil)
    }
    #expect(error?.status?.code == 404)
  }

  @Test(arguments: [
    "silent", "slow", "short", "negative", "huge", "chunks", "closed",
  ])
  func `an answer that does not come, or not whole, is none`(way: String) async throws {
    let error = await #expect(throws: KubernetesError.self) {
      _ = try await Self.client(way).get(Self.namespace)
    }
    #expect(error?.code == .unanswered)
  }

  @Test(arguments: ["endless", "headers", "header", "interim", "bomb"])
  func `an answer without an end is left when it is too long`(way: String) async throws {
    // Time is no help here.
    let client = try Self.client(way, patience: .seconds(3600))
    let error = await #expect(throws: KubernetesError.self) {
      _ = try await client.get(Self.namespace)
    }
    guard case .transport(let failure)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    switch (way, failure.reason) {
    case ("endless", .tooLarge(16_777_216)), ("bomb", .tooLarge(16_777_216)): break
    // libcurl has bounds of its own, which may be met first.
    case ("headers", .tooLarge), ("header", .tooLarge), ("interim", .tooLarge): break
    case ("headers", .other), ("header", .other), ("interim", .other): break
    case (_, let reason): Issue.record("\(reason)")
    }
  }

  @Test(arguments: ["line", "events", "pages"])
  func `a watch without an end keeps nobody waiting beyond the time that was given`(way: String)
    async throws
  {
    let client = try Self.client("watch/\(way)", patience: .seconds(3600))
    do throws(WaitError) {
      _ = try await client.wait(for: Self.deployment, timeout: .seconds(1)) { _ in
        .waiting(.replicas(.available, have: 0, of: 1))
      }
      Issue.record("it is never ready")
    } catch {
      guard case .notReady(Self.deployment, .seconds(1), _, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }
}
