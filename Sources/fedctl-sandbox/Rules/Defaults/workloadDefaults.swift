import JSON

func defaultDeploymentSpec(_ spec: inout JSONObject) {
  spec.fill("replicas", 1)
  spec.edit("template") { $0.edit("spec", defaultPodSpec) }
  spec.fill("strategy", [:])
  spec.edit("strategy") { strategy in
    strategy.fill("type", "RollingUpdate")
    guard strategy["type"] == "RollingUpdate" else { return }
    strategy.fill("rollingUpdate", [:])
    strategy.edit("rollingUpdate") {
      $0.fill("maxUnavailable", "25%")
      $0.fill("maxSurge", "25%")
    }
  }
  spec.fill("revisionHistoryLimit", 10)
  spec.fill("progressDeadlineSeconds", 600)
}

func defaultStatefulSetSpec(_ spec: inout JSONObject) {
  spec.fill("replicas", 1)
  spec.edit("template") { $0.edit("spec", defaultPodSpec) }
  spec.editEach("volumeClaimTemplates") { claim in
    claim.fill("kind", "PersistentVolumeClaim")
    claim.fill("apiVersion", "v1")
    claim.edit("metadata") { $0.fill("creationTimestamp", .null) }
    claim.edit("spec") { spec in
      spec.fill("volumeMode", "Filesystem")
      canonicalResources(&spec)
    }
    claim.fill("status", ["phase": "Pending"])
  }
  spec.fill("podManagementPolicy", "OrderedReady")
  spec.fill("updateStrategy", [:])
  spec.edit("updateStrategy") { strategy in
    strategy.fill("type", "RollingUpdate")
    guard strategy["type"] == "RollingUpdate" else { return }
    strategy.fill("rollingUpdate", [:])
    strategy.edit("rollingUpdate") { $0.fill("partition", 0) }
  }
  spec.fill("revisionHistoryLimit", 10)
  spec.fill(
    "persistentVolumeClaimRetentionPolicy",
    ["whenDeleted": "Retain", "whenScaled": "Retain"],
  )
}

func defaultDaemonSetSpec(_ spec: inout JSONObject) {
  spec.edit("template") { $0.edit("spec", defaultPodSpec) }
  spec.fill("updateStrategy", [:])
  spec.edit("updateStrategy") { strategy in
    strategy.fill("type", "RollingUpdate")
    guard strategy["type"] == "RollingUpdate" else { return }
    strategy.fill("rollingUpdate", [:])
    strategy.edit("rollingUpdate") {
      $0.fill("maxUnavailable", 1)
      $0.fill("maxSurge", 0)
    }
  }
  spec.fill("revisionHistoryLimit", 10)
}
