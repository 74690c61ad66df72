import Objects
import Operate
import Plan
import Testing

@testable import fedctl

/// What a cluster lacks is told with what to do about it, by plans and by doctor in the same words.
struct KindWordsTests {
  private static let missing: [(kind: ResourceKind, remedy: String)] = [
    (.prometheus, "Prometheus operator"), (.scrapeConfig, "Prometheus operator"),
    (.certificate, "cert-manager"), (.externalSecret, "External Secrets Operator"),
    (.grafanaDatasource, "operator of Grafana"), (.route, "`platform: kubernetes`"),
    (.subscription, "OLM"), (.operatorGroup, "OLM"),
    (.monitoringStack, "Cluster Observability Operator"),
    (.stackServiceMonitor, "Cluster Observability Operator"),
    (.deployment, "what defines the kind"),
  ]

  @Test(arguments: missing.map(\.kind.groupKind))
  func `who lacks a kind is told what brings it, and nothing else`(kind: String) throws {
    let (kind, remedy) = try #require(Self.missing.first { $0.kind.groupKind == kind })
    let words = Obstacle.missingKind(kind).words
    #expect(words.contains("does not serve \(kind.groupKind)"))
    for other in Set(Self.missing.map(\.remedy)) {
      #expect(words.contains(other) == (other == remedy), "\(other)")
    }
    let doctor = SupplyFinding.lacksKinds([kind], served: []).remedy
    #expect(doctor.first?.isUppercase == true && doctor.hasSuffix("."))
    #expect(words.hasSuffix(doctor.dropFirst().dropLast()))
  }
}
