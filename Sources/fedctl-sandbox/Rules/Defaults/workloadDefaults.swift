import JSON

/// The defaults of a template, which has a spec, whether anything was said of it or not.
private func defaultTemplate(_ template: inout JSONObject) {
  template.fill("spec", [:])
  template.edit("spec", defaultPodSpec)
}

/// The defaults of a ReplicaSet, which a Deployment has too.
func defaultReplicaSetSpec(_ spec: inout JSONObject) {
  spec.fill("replicas", 1)
  spec.fill("template", [:])
  spec.edit("template", defaultTemplate)
}

/// The defaults of a Deployment.
func defaultDeploymentSpec(_ spec: inout JSONObject) {
  defaultReplicaSetSpec(&spec)
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

/// The defaults of a StatefulSet, with those of its claims.
func defaultStatefulSetSpec(_ spec: inout JSONObject) {
  spec.fill("serviceName", "")
  spec.fill("replicas", 1)
  spec.fill("template", [:])
  spec.edit("template", defaultTemplate)
  spec.editEach("volumeClaimTemplates") { claim in
    claim.fill("kind", "PersistentVolumeClaim")
    claim.fill("apiVersion", "v1")
    claim.edit("spec") { $0.fill("volumeMode", "Filesystem") }
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
  spec.fill("persistentVolumeClaimRetentionPolicy", [:])
  spec.edit("persistentVolumeClaimRetentionPolicy") { policy in
    for moment in ["whenDeleted", "whenScaled"] { policy.fill(moment, "Retain") }
  }
}

/// A DaemonSet counts the changes of its template in an annotation, as it did before generations.
func defaultedDaemonSet(_ object: JSON, _ live: JSON?) -> JSON {
  let key = "deprecated.daemonset.template.generation"
  var spec = object["spec"]?.objectValue ?? [:]
  defaultDaemonSetSpec(&spec)
  let before = live?.metadata["annotations"]?[key]?.stringValue.flatMap { Int($0) } ?? 0
  // With defaults on both sides, or every write would count as a change.
  let isSame = live?["spec"]?["template"] == spec["template"]
  let count = isSame ? before : before + 1
  return object.editing("spec", defaultDaemonSetSpec).editing("metadata") { metadata in
    metadata.fill("annotations", [:])
    metadata.edit("annotations") { $0[key] = .string(String(count)) }
  }
}

/// As the API server fills in what is left out.
private func defaultDaemonSetSpec(_ spec: inout JSONObject) {
  spec.fill("template", [:])
  spec.edit("template", defaultTemplate)
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

/// A Job finds its pods by its own uid, which it is given once.
func defaultedJob(_ object: JSON, isNew: Bool) -> JSON {
  let own: JSON = [
    "batch.kubernetes.io/controller-uid": .string(object.uid),
    "batch.kubernetes.io/job-name": .string(object.name), "controller-uid": .string(object.uid),
    "job-name": .string(object.name),
  ]
  let selector: JSON = [
    "matchLabels": ["batch.kubernetes.io/controller-uid": .string(object.uid)]
  ]
  let job = object.editing("spec") { spec in
    // With a number of pods at a time, all that there are to be may stay open.
    if spec["parallelism"] == nil { spec.fill("completions", 1) }
    spec.fill("parallelism", 1)
    for (key, value) in [
      ("backoffLimit", 6), ("manualSelector", false),
      ("completionMode", "NonIndexed"), ("suspend", false),
      ("podReplacementPolicy", "TerminatingOrFailed"),
    ] as [(String, JSON)] { spec.fill(key, value) }
    spec.fill("template", [:])
    if isNew { spec.fill("selector", selector) }
    spec.edit("template") { template in
      template.fill("metadata", [:])
      if isNew { template.edit("metadata") { addLabels(own, to: &$0) } }
      defaultTemplate(&template)
    }
  }
  // What nobody labelled gets the labels of its template.
  guard isNew, object.metadata["labels"] == nil, labelValueProblems(object.name).isEmpty else {
    return job
  }
  let labels = job["spec"]?["template"]?["metadata"]?["labels"] ?? own
  return job.editing("metadata") { addLabels(labels, to: &$0) }
}

/// Where the object has no labels, its template's.
private func addLabels(_ labels: JSON, to metadata: inout JSONObject) {
  metadata.fill("labels", [:])
  metadata.edit("labels") { own in
    for label in labels.objectValue ?? [:] { own.fill(label.key, label.value) }
  }
}
