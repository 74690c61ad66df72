import Graph
import JSON
import Objects
import Plan
import Testing
import Text

/// Certificates that one object holds and others need.
struct CertificatePlanTests {
  private let route = manifest(.route, "r")
  private let authority = IssuedCertificate(
    in: reference(.secret, "authority"),
    commonName: "authority",
    organization: "f",
    .authority,
    lifetime: 900,
  )
  private var server: IssuedCertificate {
    IssuedCertificate(
      in: reference(.secret, "server", on: spoke),
      commonName: "server",
      organization: "f",
      .server(names: [HandOff(from: route.reference, .admittedHost)], issuer: authority),
      lifetime: 90,
    )
  }

  private func holder(_ certificate: IssuedCertificate) -> Manifest {
    manifest(
      .secret,
      certificate.secret.name,
      on: certificate.secret.cluster,
      bindings: IssuedCertificate.Part.allCases.map {
        Binding(
          FieldPath(keys: "data", $0.rawValue),
          [.value(certificate.value($0))],
          encoding: .base64,
        )
      },
    )
  }

  private var consumer: Manifest {
    manifest(
      .configMap,
      "c",
      on: spoke,
      bindings: [
        Binding(
          FieldPath(keys: "data", "digest"),
          [.value(server.value(.certificate)), .value(authority.value(.certificate))],
          encoding: .digest,
        )
      ],
    )
  }

  private func shown(_ live: LiveState) throws -> String? {
    let manifests = [consumer, holder(server), holder(authority), route]
    return try planning(manifests, live)[consumer.reference]?.displayed(
      hiding: live.secretTexts,
      .plain,
    )
    .fields.first { $0.path == "data.digest" }?.after
  }

  @Test func `a certificate comes after its authority and names, and before who needs it`() throws {
    let manifests = [consumer, holder(server), holder(authority), route]
    let order = try planning(manifests, live()).graph
    let before = { (object: ObjectReference) in Set(order.prerequisites(of: object)) }
    #expect(before(server.secret) == [authority.secret, route.reference])
    #expect(before(authority.secret) == [])
    #expect(before(consumer.reference) == [server.secret, authority.secret, route.reference])
  }

  @Test func `the digest of what is not known yet is not known`() throws {
    #expect(try shown(live()) == "(known after apply)")
    var half = live()
    half.heldCertificates[server] = [.certificate: "a"]
    #expect(try shown(half) == "(known after apply)")
    half.heldCertificates[authority] = [.certificate: "bc"]
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(try shown(half) == "\"\(digest)\"")
  }

  @Test func `what is held is known, and the rest only where all clusters answer`() {
    let value = server.value(.certificate)
    #expect(live().lookUp(value) == .afterApply)
    #expect(live(unknown: [hub]).lookUp(value) == .unavailable(cluster: hub))
    var state = live(unknown: [hub])
    state.heldCertificates[server] = [.certificate: "pem"]
    #expect(state.lookUp(value) == .known("pem"))
  }

  @Test func `the plan names certificates, and hides a key of several lines wherever it is`() throws
  {
    let pem = "-----BEGIN CERTIFICATE-----\nMIIBAbCd\nEfGh==\n-----END CERTIFICATE-----\n"
    let key = "-----BEGIN PRIVATE KEY-----\nMIGH/AgE\n-----END PRIVATE KEY-----\n"
    let wanted = manifest(
      .configMap,
      "c",
      ["data": ["ca": .string(pem + pem), "k": .string(key)]],
    )
    let state = live([
      reference(.secret, "s"): ["kind": "Secret", "data": ["tls.key": .string(key.base64)]]
    ])
    let fields = try #require(planning([wanted], state)[wanted.reference])
      .displayed(hiding: state.secretTexts, .plain).fields
    let shown = Dictionary(uniqueKeysWithValues: fields.map { ($0.path, $0.after) })
    #expect(shown["data.ca"] == "\"(certificate …AbCdEfGh)(certificate …AbCdEfGh)\"")
    #expect(shown["data.k"] == "\"(sensitive)\"")
  }
}
