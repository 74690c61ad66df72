extension KindPolicy {
  /// Every kind that fedctl renders or reads; a test holds it against the constants of `ResourceKind`.
  ///
  /// In the order in which the kinds are told to whoever misspells one in a patch.
  package static let all: [KindPolicy] = [
    KindPolicy(
      .namespace,
      [.owned, .patchable, .shared, .neverPruned],
      .judged(Readiness.namespace),
    ),
    KindPolicy(.secret, [.owned, .patchable], .judged(Readiness.secret)),
    KindPolicy(.configMap, [.owned, .patchable], .judged(Readiness.configMap)),
    KindPolicy(.serviceAccount, [.owned, .patchable], .onceThere),
    KindPolicy(.service, [.owned, .patchable], .judged(Readiness.service)),
    // Pods' claims outlive their pods and carry no label of the fleet; teardown finds them by itself.
    KindPolicy(
      .persistentVolumeClaim,
      [.patchable, .neverPruned],
      .judged(Readiness.persistentVolumeClaim),
    ),
    KindPolicy(.deployment, [.owned, .patchable, .workload], .judged(Readiness.deployment)),
    KindPolicy(.statefulSet, [.owned, .patchable, .workload], .judged(Readiness.statefulSet)),
    KindPolicy(.daemonSet, [.owned, .patchable, .workload], .judged(Readiness.daemonSet)),
    KindPolicy(.role, [.owned, .patchable], .onceThere),
    KindPolicy(.roleBinding, [.owned, .patchable], .onceThere),
    KindPolicy(.clusterRole, [.owned, .patchable], .onceThere),
    KindPolicy(.clusterRoleBinding, [.owned, .patchable], .onceThere),
    KindPolicy(.networkPolicy, [.owned, .patchable], .onceThere),
    KindPolicy(.podDisruptionBudget, [.owned, .patchable], .onceThere),
    KindPolicy(.route, [.owned, .patchable], .judged(Readiness.route)),
    KindPolicy(.ingress, [.owned, .patchable], .judged(Readiness.ingress)),
    KindPolicy(.certificate, [.owned, .defined, .patchable], .judged(Readiness.certificate)),
    KindPolicy(
      .externalSecret,
      [.owned, .defined, .patchable],
      .judged(Readiness.externalSecret),
    ),
    KindPolicy(.grafanaDatasource, [.owned, .defined, .patchable], .onceThere),
    KindPolicy(
      .customResourceDefinition,
      [.owned, .patchable, .firstComeFirstServed, .neverPruned],
      .judged(Readiness.customResourceDefinition),
    ),
    KindPolicy(
      .apiService,
      [.owned, .patchable, .firstComeFirstServed],
      .judged(Readiness.apiService),
    ),
    KindPolicy(.operatorGroup, [.owned, .defined, .patchable], .onceThere),
    KindPolicy(.subscription, [.owned, .defined, .patchable], .judged(Readiness.subscription)),
    KindPolicy(
      .prometheus,
      [.owned, .defined, .patchable, .workload],
      .judged(Readiness.prometheus),
    ),
    KindPolicy(.serviceMonitor, [.owned, .defined, .patchable], .onceThere),
    KindPolicy(.podMonitor, [.owned, .defined, .patchable], .onceThere),
    KindPolicy(.scrapeConfig, [.owned, .defined, .patchable], .onceThere),
    KindPolicy(.prometheusRule, [.owned, .defined, .patchable], .onceThere),
    KindPolicy(
      .monitoringStack,
      [.owned, .defined, .patchable, .workload],
      .judged(Readiness.monitoringStack),
    ),
    KindPolicy(.stackServiceMonitor, [.owned, .defined, .patchable], .onceThere),
    KindPolicy(.stackPodMonitor, [.owned, .defined, .patchable], .onceThere),
    KindPolicy(.stackScrapeConfig, [.owned, .defined, .patchable], .onceThere),
    KindPolicy(.stackRule, [.owned, .defined, .patchable], .onceThere),
    // Read, and never rendered.
    KindPolicy(.installPlan, [], .onceThere),
    KindPolicy(.packageManifest, [], .onceThere),
    KindPolicy(.clusterServiceVersion, [], .judged(Readiness.clusterServiceVersion)),
    KindPolicy(.clusterVersion, [], .onceThere),
    KindPolicy(.lease, [], .onceThere),
    KindPolicy(.pod, [], .onceThere),
    KindPolicy(.event, [], .onceThere),
    KindPolicy(.storageClass, [], .onceThere),
    KindPolicy(.ingressClass, [], .onceThere),
    KindPolicy(.priorityClass, [], .onceThere),
  ]
}

extension ResourceKind {
  /// Whether the table of kinds says so of this kind; false for kinds that are not in it.
  package func `is`(_ trait: KindTrait) -> Bool {
    KindPolicy.of(self)?.traits.contains(trait) ?? false
  }

  /// The kinds of a trait, in the order of the table.
  package static func all(_ trait: KindTrait) -> [ResourceKind] {
    KindPolicy.all.filter { $0.traits.contains(trait) }.map(\.kind)
  }
}
