import Plan

extension SavedPlan.Options {
  /// What the command line allows a plan, of which a saved plan says that it was allowed.
  init(_ settings: PlanSettings, _ clusters: ClusterOptions) {
    self.init(
      forcesConflicts: settings.forcesConflicts,
      removesLeftovers: settings.removesLeftovers,
      acceptedIdentities: clusters.acceptIdentity,
      forgottenClusters: clusters.forget,
      selection: settings.selection,
    )
  }
}
