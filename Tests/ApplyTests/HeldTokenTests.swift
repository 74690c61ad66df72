import FoundationEssentials
import JSON
import Kubernetes
import Objects
import Plan
import TestSupport
import Testing
import Text

@testable import Apply

/// Tokens that Secrets hold: which are kept, and which are made anew.
struct HeldTokenTests {
  private let path = FieldPath(keys: "data", "token")
  private let anchor: JSON = ["metadata": ["uid": "anchor-uid"]]

  /// An unsigned JWT that says to which Secret it is bound.
  private func token(boundTo uid: String) -> String {
    let claims: JSON = ["kubernetes.io": ["secret": ["uid": .string(uid)]]]
    let part = claims.text().base64.replacing("=", with: "").replacing("+", with: "-")
      .replacing("/", with: "_")
    return "e30.\(part).c2ln"
  }

  private func secret(_ text: String, expires: String? = "2026-01-01T01:00:00Z") -> JSON {
    let annotations: JSON = expires.map { .object([WellKnown.tokenExpires: .string($0)]) } ?? [:]
    return [
      "metadata": ["annotations": annotations], "data": ["token": .string(text.base64)],
    ]
  }

  @Test func `a token is there with its end, or not at all`() throws {
    let held = try #require(HeldToken(in: secret("text"), at: path))
    #expect(held.text == "text")
    #expect(held.expiry == "2026-01-01T01:00:00Z")
    #expect(held.end == 1_767_229_200)
    #expect(HeldToken(in: secret("text", expires: nil), at: path) == nil)
    #expect(HeldToken(in: secret("text", expires: "soon"), at: path) == nil)
    #expect(HeldToken(in: ["data": ["token": "no base64!"]], at: path) == nil)
    #expect(HeldToken(in: [:], at: path) == nil)
  }

  @Test func `it lasts while more than a third of its life is left`() throws {
    let held = try #require(HeldToken(in: secret("text"), at: path))
    #expect(held.lasts(900, at: held.end - 301))
    #expect(!held.lasts(900, at: held.end - 300))
    #expect(!held.lasts(900, at: held.end + 1))
  }

  @Test func `it is bound to the Secret that it names, as long as that is the same`() throws {
    let held = try #require(HeldToken(in: secret(token(boundTo: "anchor-uid")), at: path))
    #expect(held.isBound(to: anchor))
    #expect(!held.isBound(to: ["metadata": ["uid": "made anew"]]))
    #expect(!held.isBound(to: nil))
  }

  @Test(arguments: ["", "text", "a.b", "a.b.c", "a.!!.c", "e30.e30.e30"])
  func `what is no bound token is bound to nothing`(text: String) throws {
    let held = HeldToken(in: secret(text), at: path)
    #expect(held?.isBound(to: anchor) != true)
  }

  @Test func `text and expiry come from one token, bound to one Secret`() {
    let account = reference(.serviceAccount, "sender")
    let token = BoundToken(account: account, secret: "anchor", lifetime: 900)
    #expect(token.text == HandOff(from: account, .boundToken(secret: "anchor", lifetime: 900)))
    #expect(
      token.expiry == HandOff(from: account, .boundTokenExpiry(secret: "anchor", lifetime: 900))
    )
    #expect(token.anchor == reference(.secret, "anchor"))
    #expect(token.username == "system:serviceaccount:\(namespace):sender")
  }
}

/// The same with a hub that issues tokens and judges them.
@Suite(.waitsForPrograms)
struct TokenKeepingTests {
  private let account = manifest(.serviceAccount, "sender")
  private let anchor = manifest(.secret, "anchor", ["type": "Opaque"])

  private var consumer: Manifest {
    let token = BoundToken(account: account.reference, secret: "anchor", lifetime: 3600)
    return manifest(
      .secret,
      "token",
      on: "cluster1",
      bindings: [
        Binding(
          FieldPath(keys: "data", "token"),
          [.value(.handOff(token.text))],
          encoding: .base64,
        ),
        Binding(
          FieldPath(keys: "metadata", "annotations", WellKnown.tokenExpires),
          [.value(.handOff(token.expiry))],
        ),
      ],
    )
  }

  private var all: [Manifest] { [account, anchor, consumer] }

  private func held(_ clusters: TestClusters, now: Int) async -> [HandOff: String] {
    await clusters.look(all, now: now).look(through: clusters.clients).live.heldTokens
  }

  private func text(_ clusters: TestClusters) async throws -> String? {
    try await clusters.clients["cluster1"]?.get(consumer.reference)?["data"]?["token"]?.stringValue
  }

  @Test func `a token is issued once, kept while it is good, and made anew when it is not`()
    async throws
  {
    let clusters = try TestClusters()
    #expect(try await clusters.apply(all).isComplete)
    let first = try #require(try await text(clusters))
    let now = Int(Date().timeIntervalSince1970)
    #expect(await held(clusters, now: now).count == 2)
    // Two thirds of its life later.
    #expect(await held(clusters, now: now + 2500).isEmpty)
    let tokens = await clusters.look(all, now: now).look(through: clusters.clients).live
    #expect(tokens.tokenLifetimes[consumer.reference].map { $0 > 0 && $0 <= 3600 } == true)

    // Its anchor is made anew, which revokes it.
    _ = try await clusters.hub.delete(anchor.reference)
    #expect(await held(clusters, now: now).isEmpty)
    #expect(try await clusters.apply(all).isComplete)
    #expect(try await text(clusters) != first)
    #expect(await held(clusters, now: now).count == 2)
  }

  @Test func `without a hub that judges it no token is kept`() async throws {
    let clusters = try TestClusters()
    #expect(try await clusters.apply(all).isComplete)
    let look = clusters.look(all, now: Int(Date().timeIntervalSince1970))
    var live = await look.look(through: clusters.clients).live
    #expect(live.heldTokens.count == 2)
    live.heldTokens = [:]
    await look.holdTokens(in: &live, hub: nil)
    #expect(live.heldTokens.isEmpty)
    await look.holdTokens(in: &live, hub: clusters.clients["cluster1"])
    #expect(live.heldTokens.isEmpty)
  }

  @Test func `a token without its anchor is missed by name`() async throws {
    let clusters = try TestClusters()
    let outcome = try await clusters.apply([account, consumer])
    guard case .missing(let value)? = outcome.failed[consumer.reference] else {
      Issue.record("\(outcome)")
      return
    }
    #expect("\(value)".contains("token[anchor]"))
  }
}
