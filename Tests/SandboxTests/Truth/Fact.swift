import JSON

@testable import fedctl_sandbox

/// A change of a good object that a real API server of 1.36.2 was asked for, and what it said.
///
/// Reasons stand without `FieldValue`, and the spec of a template's pods is `~`.
typealias Fact = (how: Asked, of: Sample, change: JSON, said: [String])

/// How a change is asked for; all are dry runs.
enum Asked: Sendable {
  /// A new object, applied or posted.
  case apply, post
  /// Over the object that the manager `a` has applied: put, applied by `b` without force, or as a patch.
  case put, over, merge, json, strategic
}

/// An object that a real API server takes, of a kind.
enum Sample: String, Sendable {
  case deployment, statefulSet, service, autoscaler, claim, budget, job, monitor, prometheus
  case configMap

  /// Its kind's path in the namespace.
  var path: String {
    switch self {
    case .deployment: "/apis/apps/v1/namespaces/team/deployments"
    case .statefulSet: "/apis/apps/v1/namespaces/team/statefulsets"
    case .service: "/api/v1/namespaces/team/services"
    case .autoscaler: "/apis/autoscaling/v2/namespaces/team/horizontalpodautoscalers"
    case .claim: "/api/v1/namespaces/team/persistentvolumeclaims"
    case .budget: "/apis/policy/v1/namespaces/team/poddisruptionbudgets"
    case .job: "/apis/batch/v1/namespaces/team/jobs"
    case .monitor: "/apis/monitoring.coreos.com/v1/namespaces/team/servicemonitors"
    case .prometheus: "/apis/monitoring.coreos.com/v1/namespaces/team/prometheuses"
    case .configMap: "/api/v1/namespaces/team/configmaps"
    }
  }

  var object: JSON {
    switch self {
    case .deployment: Good.deployment
    case .statefulSet: Good.statefulSet
    case .service: Good.service
    case .configMap: Good.configMap
    case .autoscaler:
      made(
        "HorizontalPodAutoscaler",
        "autoscaling/v2",
        [
          "scaleTargetRef": ["apiVersion": "apps/v1", "kind": "Deployment", "name": "d"],
          "minReplicas": 1, "maxReplicas": 3,
        ],
      )
    case .claim:
      made(
        "PersistentVolumeClaim",
        "v1",
        ["accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": "1Gi"]]],
      )
    case .budget:
      made(
        "PodDisruptionBudget",
        "policy/v1",
        ["minAvailable": 1, "selector": ["matchLabels": ["app": "x"]]],
      )
    case .job:
      made(
        "Job",
        "batch/v1",
        [
          "template": [
            "spec": ["containers": [["name": "c", "image": "i:1"]], "restartPolicy": "Never"]
          ]
        ],
      )
    case .monitor:
      made(
        "ServiceMonitor",
        "monitoring.coreos.com/v1",
        ["selector": ["matchLabels": ["app": "x"]], "endpoints": [["port": "http"]]],
      )
    case .prometheus: made("Prometheus", "monitoring.coreos.com/v1", ["replicas": 1])
    }
  }

  private func made(_ kind: String, _ version: String, _ spec: JSON) -> JSON {
    [
      "apiVersion": .string(version), "kind": .string(kind),
      "metadata": ["name": "x", "namespace": "team"], "spec": spec,
    ]
  }
}

/// A change of the pods of a workload, by fields of their spec.
func podSpec(_ fields: JSON) -> JSON { ["spec": ["template": ["spec": fields]]] }

/// The same of the one container that there is, by its fields.
func container(_ fields: JSON) -> JSON {
  // Not merged: a null among them is to stand there.
  let own: [(String, JSON)] = [("name", "c"), ("image", "i:1")]
  let others = fields.objectValue?.map { ($0.key, $0.value) } ?? []
  return podSpec(["containers": [.object(JSONObject(own + others))]])
}

extension Bench {
  /// What is said to the change that a fact is about.
  func said(to fact: Fact) -> [String] {
    let sample = fact.of.object
    let place = "\(fact.of.path)/\(sample.name)"
    let isNew = [.apply, .post].contains(fact.how)
    if !isNew { _ = apply(place, sample) }
    let answer =
      switch fact.how {
      case .apply: apply(place, changed(sample, fact.change), "&dryRun=All")
      case .post: ask("POST", "\(fact.of.path)?dryRun=All", changed(sample, fact.change))
      case .put:
        ask("PUT", "\(place)?fieldManager=b&dryRun=All", changed(sample, fact.change))
      case .over:
        ask(
          "PATCH",
          "\(place)?fieldManager=b&dryRun=All",
          changed(sample, fact.change),
          type: "application/apply-patch+yaml",
        )
      case .merge: patch(place, fact.change, "merge-patch")
      case .json: patch(place, fact.change, "json-patch")
      case .strategic: patch(place, fact.change, "strategic-merge-patch")
      }
    return answer.summary.map {
      $0.replacing("FieldValue", with: "").replacing("spec.template.spec.", with: "~")
    }
  }

  private func patch(_ place: String, _ change: JSON, _ form: String) -> Answer {
    ask("PATCH", "\(place)?fieldManager=b&dryRun=All", change, type: "application/\(form)+json")
  }

  /// A value with other members; a null stands as itself, unlike in a merge patch.
  private func changed(_ value: JSON, _ change: JSON) -> JSON {
    guard case .object(let changes) = change, case .object(var members) = value else {
      return change
    }
    for member in changes {
      members[member.key] = members[member.key].map { changed($0, member.value) } ?? member.value
    }
    return .object(members)
  }
}
