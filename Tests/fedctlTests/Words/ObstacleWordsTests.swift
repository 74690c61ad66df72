import Objects
import Plan
import Testing

@testable import fedctl

/// What keeps a change from being made is told with what to do about it.
struct ObstacleWordsTests {
  private static let missing: [(kind: ResourceKind, remedy: String)] = [
    (.prometheus, "Prometheus operator"), (.scrapeConfig, "Prometheus operator"),
    (.certificate, "cert-manager"), (.externalSecret, "External Secrets Operator"),
    (.grafanaDatasource, "operator of Grafana"), (.route, "`platform: kubernetes`"),
    (.subscription, "Operator Lifecycle Manager"), (.operatorGroup, "Operator Lifecycle Manager"),
    (.monitoringStack, "Cluster Observability Operator"),
    (.stackServiceMonitor, "Cluster Observability Operator"),
  ]

  @Test(arguments: missing.map(\.kind.groupKind))
  func `who lacks a kind is told what brings it, and nothing else`(kind: String) throws {
    let (kind, remedy) = try #require(Self.missing.first { $0.kind.groupKind == kind })
    let words = Obstacle.missingKind(kind).words
    #expect(words.contains("does not serve \(kind.groupKind)"))
    for other in Set(Self.missing.map(\.remedy)) {
      #expect(words.contains(other) == (other == remedy), "\(other)")
    }
  }
}
