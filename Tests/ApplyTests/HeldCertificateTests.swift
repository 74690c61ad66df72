import FoundationEssentials
import JSON
import Objects
import Plan
import Testing
import Text

@testable import Apply

/// Certificates that Secrets hold: which are kept, and which are made anew and why.
struct HeldCertificateTests {
  private let route = reference(.route, "r")
  private let now = Int(Date.now.timeIntervalSince1970)

  private func authority(_ name: String = "authority") -> IssuedCertificate {
    IssuedCertificate(
      in: reference(.secret, "authority"),
      commonName: name,
      organization: fleet,
      .authority,
      lifetime: 9000,
    )
  }

  private func server(_ name: String = "server") -> IssuedCertificate {
    IssuedCertificate(
      in: reference(.secret, "server"),
      commonName: name,
      organization: fleet,
      .server(
        names: [HandOff(from: route, .text(at: FieldPath(keys: "host")))],
        issuer: authority(),
      ),
      lifetime: 900,
    )
  }

  private func holder(_ certificate: IssuedCertificate) -> Manifest {
    manifest(
      .secret,
      certificate.secret.name,
      bindings: IssuedCertificate.Part.allCases.map {
        Binding(
          FieldPath(keys: "data", $0.rawValue),
          [.value(certificate.value($0))],
          encoding: .base64,
        )
      },
    )
  }

  private func state(_ objects: [ObjectReference: JSON], host: String = "a.example.com")
    -> LiveState
  {
    let identity = ClusterIdentity(context: "hub", server: "https://hub", uid: "u")
    let all = objects.merging([route: ["host": .string(host)]]) { $1 }
    return LiveState(clusters: ["hub": .reached(ClusterSnapshot(identity: identity, objects: all))])
  }

  /// The Secrets of an authority and a server certificate that have just been made.
  private func made(_ objects: [ObjectReference: JSON] = [:]) async throws -> [ObjectReference:
    JSON]
  {
    let values = LiveValues(
      state(objects),
      clients: FleetClients(hub: "hub", ways: [:]),
      hiding: KnownSecrets(),
    )
    var made = objects
    for certificate in [authority(), server()] where made[certificate.secret] == nil {
      made[certificate.secret] = try await values.resolve(holder(certificate))
        .merging(["kind": "Secret"])
    }
    return made
  }

  private func looked(
    _ objects: [ObjectReference: JSON],
    now: Int? = nil,
    host: String = "a.example.com",
    wanting certificates: [IssuedCertificate]? = nil,
  ) -> LiveState {
    let look = FleetLook(
      fleet: fleet,
      namespace: namespace,
      manifests: (certificates ?? [authority(), server()]).map(holder),
      credentials: [:],
      now: now ?? self.now,
      connect: { .closed(context: $0, .noContext) },
    )
    var live = state(objects, host: host)
    look.holdCertificates(in: &live)
    return live
  }

  private func renewal(_ live: LiveState, _ certificate: IssuedCertificate) -> RenewalReason? {
    for note in live.certificateNotes[certificate.secret] ?? [] {
      if case .certificateIsRenewed(let reason) = note { return reason }
    }
    return nil
  }

  @Test func `what was just made is kept`() async throws {
    let live = looked(try await made())
    #expect(Set(live.heldCertificates.keys) == [authority(), server()])
    #expect(renewal(live, server()) == nil)
  }

  @Test func `where there is none, none is kept and nothing is said`() {
    let live = looked([:])
    #expect(live.heldCertificates.isEmpty)
    #expect(live.certificateNotes.isEmpty)
  }

  @Test func `one with a third of its life left is renewed, its authority not`() async throws {
    let live = looked(try await made(), now: now + 601)
    #expect(renewal(live, server()) == .nearsItsEnd)
    #expect(live.heldCertificates[authority()] != nil)
  }

  @Test func `one for another host is renewed`() async throws {
    let live = looked(try await made(), host: "b.example.com")
    #expect(renewal(live, server()) == .otherNames)
  }

  @Test func `one of another authority is renewed`() async throws {
    let first = try await made()
    let second = try await made()
    let mixed = first.merging([authority().secret: second[authority().secret] ?? [:]]) { $1 }
    #expect(renewal(looked(mixed), server()) == .otherIssuer)
  }

  @Test func `one with another's key, or another name, is not fit`() async throws {
    let first = try await made()
    let second = try await made()
    let path = FieldPath(keys: "data", IssuedCertificate.Part.privateKey.rawValue)
    let key = second[server().secret]?[path] ?? .null
    let mixed = first.merging([
      server().secret: first[server().secret]?.setting(path, to: key) ?? [:]
    ]) { $1 }
    #expect(renewal(looked(mixed), server()) == .unfit)
    #expect(renewal(looked(first, wanting: [authority(), server("other")]), server()) == .unfit)
  }

  @Test func `a renewed authority keeps its key, so that what it signed stays valid`() async throws
  {
    let first = try await made()
    var old = first
    old[server().secret] = nil
    // The look has held nothing, so that the authority is made anew from the key that is there.
    let values = LiveValues(
      state(old),
      clients: FleetClients(hub: "hub", ways: [:]),
      hiding: KnownSecrets(),
    )
    let again = try await values.resolve(holder(authority()))
    let path = FieldPath(keys: "data", IssuedCertificate.Part.privateKey.rawValue)
    #expect(again[path] == first[authority().secret]?[path])
    let leaf = try await values.resolve(holder(server()))
    #expect(leaf[path] != first[server().secret]?[path])
  }
}
