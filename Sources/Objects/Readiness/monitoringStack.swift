import JSON

extension Readiness {
  /// The operator says in conditions how far it has come, and repeats what its Prometheus says of itself.
  ///
  /// `Available` may be `Degraded`, which is neither true nor false: some of its pods are not there
  /// (rhobs/observability-operator:pkg/controllers/monitoring/monitoring-stack/conditions.go).
  static func monitoringStack(_ object: JSON) -> Readiness { prometheus(object) }
}
