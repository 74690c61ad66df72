import Foundation
import TestSupport
import Testing

/// What kubectl says on the sandbox is what it says on a real API server of 1.36, word by word.
///
/// With FEDCTL_TEST_KUBECONFIG the same is asked of the first context there.
@Suite(.waitsForPrograms, .serialized) struct KubectlTwinTests {
  /// One use of kubectl, and what it says on standard output, or else on standard error.
  private struct Step {
    let arguments: String
    var input = ""
    let said: String
  }

  private static let scale = [
    Step(arguments: "create deployment web --image=web:1", said: "deployment.apps/web created"),
    Step(arguments: "scale deployment/web --replicas=3", said: "deployment.apps/web scaled"),
    Step(arguments: "get deployment web -o jsonpath={.spec.replicas}", said: "3"),
    Step(
      arguments: "scale deployment/web --current-replicas=9 --replicas=4",
      said: "error: Expected replicas to be 9, was 3",
    ),
    Step(
      arguments: "scale deployment/nope --replicas=4",
      said: #"error: no objects passed to scale deployments.apps "nope" not found"#,
    ),
    Step(
      arguments: "autoscale deployment/web --min=2 --max=5",
      said: "horizontalpodautoscaler.autoscaling/web autoscaled",
    ),
    Step(
      arguments: "get hpa web -o jsonpath={.spec.metrics}",
      said:
        #"[{"resource":{"name":"cpu","target":{"averageUtilization":80,"type":"Utilization"}},"type":"Resource"}]"#,
    ),
    Step(
      arguments: "autoscale deployment/web --name=half --max=5 --cpu-percent=50",
      said: "horizontalpodautoscaler.autoscaling/half autoscaled",
    ),
    Step(
      arguments: "autoscale deployment/web --name=half --max=5 --cpu-percent=50",
      said: "Error from server (AlreadyExists): horizontalpodautoscalers.autoscaling \"half\" "
        + "already exists",
    ),
    Step(
      arguments: "autoscale deployment/web --name=none --max=5 --cpu-percent=0",
      said: "The HorizontalPodAutoscaler \"none\" is invalid: "
        + "spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater "
        + "than 0",
    ),
    Step(
      arguments: "get horizontalpodautoscalers.v1.autoscaling half -o "
        + "jsonpath={.apiVersion},{.spec.targetCPUUtilizationPercentage}",
      said: "autoscaling/v1,50",
    ),
    Step(
      arguments: "get hpa half --no-headers -o custom-columns=A:.apiVersion,B:.spec.minReplicas",
      said: "autoscaling/v2   1",
    ),
    Step(
      arguments: "get deployment web --subresource=scale -o jsonpath={.kind},{.spec.replicas}",
      said: "Scale,3",
    ),
  ]

  private static let apply = [
    Step(
      arguments: "apply --server-side -f -",
      input: #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"},"data":{"k":"1"}}"#,
      said: "configmap/c serverside-applied",
    ),
    Step(
      arguments: "apply --server-side --field-manager=other -f -",
      input: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {k: two}\n",
      said: #"error: Apply failed with 1 conflict: conflict with "kubectl": .data.k"#,
    ),
    Step(
      arguments: "apply --server-side --field-manager=other --force-conflicts -f -",
      input: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {k: two}\n",
      said: "configmap/c serverside-applied",
    ),
    Step(
      arguments: "apply --server-side -f -",
      input: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {k: 3}\n",
      said: "Error from server: failed to create typed patch object (twin/c; /v1, "
        + "Kind=ConfigMap): .data.k: expected string, got &value.valueUnstructured{Value:3}",
    ),
    Step(
      arguments: "apply --server-side -f -",
      input: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndota: {k: v}\n",
      said: "Error from server: failed to create typed patch object (twin/c; /v1, "
        + "Kind=ConfigMap): .dota: field not declared in schema",
    ),
  ]

  /// What kubectl sends as protobuf, with zeros that mean nothing.
  private static let created = [
    Step(
      arguments: "create ingress one --rule=a.example.com/*=web:http",
      said: "ingress.networking.k8s.io/one created",
    ),
    Step(
      arguments: "get ingress one -o jsonpath={.spec.rules[0].http.paths[0].backend.service.port}",
      said: #"{"name":"http"}"#,
    ),
    Step(arguments: "create job one --image=one:1", said: "job.batch/one created"),
    Step(
      arguments: "create pdb one --min-available=1 --selector=app=x",
      said: "poddisruptionbudget.policy/one created",
    ),
    Step(arguments: "create service nodeport np --tcp=80", said: "service/np created"),
  ]

  private static let rights = [
    Step(arguments: "auth can-i create deployments", said: "yes"),
    Step(arguments: "auth can-i get pods --subresource=log", said: "yes"),
    Step(
      arguments: "auth can-i create nonsense",
      said: "yes",
    ),
  ]

  /// A word for each kind, as kubectl takes it, and the columns that it shows with `-o wide`.
  private static let columns = [
    "deployments": "NAME READY UP-TO-DATE AVAILABLE AGE CONTAINERS IMAGES SELECTOR",
    "statefulsets": "NAME READY AGE CONTAINERS IMAGES",
    "services": "NAME TYPE CLUSTER-IP EXTERNAL-IP PORT(S) AGE SELECTOR",
    "configmaps": "NAME DATA AGE",
    "persistentvolumeclaims":
      "NAME STATUS VOLUME CAPACITY ACCESS MODES STORAGECLASS VOLUMEATTRIBUTESCLASS AGE VOLUMEMODE",
    "ingresses": "NAME CLASS HOSTS ADDRESS PORTS AGE",
    "networkpolicies": "NAME POD-SELECTOR AGE",
    "poddisruptionbudgets": "NAME MIN AVAILABLE MAX UNAVAILABLE ALLOWED DISRUPTIONS AGE",
    "horizontalpodautoscalers": "NAME REFERENCE TARGETS MINPODS MAXPODS REPLICAS AGE",
    "roles": "NAME CREATED AT",
    "rolebindings": "NAME ROLE AGE USERS GROUPS SERVICEACCOUNTS",
    "leases": "NAME HOLDER AGE",
    "pods":
      "NAME READY STATUS RESTARTS AGE IP NODE NOMINATED NODE READINESS GATES",
    "replicasets": "NAME DESIRED CURRENT READY AGE CONTAINERS IMAGES SELECTOR",
    "daemonsets":
      "NAME DESIRED CURRENT READY UP-TO-DATE AVAILABLE NODE SELECTOR AGE CONTAINERS IMAGES SELECTOR",
    "secrets": "NAME TYPE DATA AGE",
    "serviceaccounts": "NAME AGE",
    "jobs": "NAME STATUS COMPLETIONS DURATION AGE CONTAINERS IMAGES SELECTOR",
  ]

  @Test func `scale, autoscale, apply and can-i`() throws {
    for world in try RunningSandbox.worlds() {
      try world.inNamespace("twin") {
        for step in Self.scale + Self.apply + Self.created + Self.rights {
          let words = step.arguments.split(separator: " ").map { String($0) }
          let answer = try world.kubectl(["-n", "twin"] + words, input: step.input)
          let said = (answer.output + answer.errors).split(separator: "\n").map { String($0) }
          #expect(
            (said.first { !$0.hasPrefix("Warning: ") } ?? "") == step.said,
            "\(world.name): kubectl \(step.arguments)",
          )
        }
      }
    }
  }

  @Test func `the columns of every kind`() throws {
    for world in try RunningSandbox.worlds() {
      try world.inNamespace("twin") {
        let made = try world.kubectl(
          ["-n", "twin", "apply", "--server-side", "-f", "-"],
          input: Self.objects,
        )
        #expect(made.status == 0, "\(world.name): \(made.errors)")
        for (kind, columns) in Self.columns {
          let shown = try world.kubectl(["-n", "twin", "get", kind, "-o", "wide"])
          let heading = shown.output.split(separator: "\n").first ?? ""
          let words = heading.split(separator: " ").joined(separator: " ")
          #expect(words == columns, "\(world.name): \(kind)")
        }
      }
    }
  }

  /// One object of each kind; what begins with a brace would be read as JSON.
  private static let objects = """
    ---
    {apiVersion: apps/v1, kind: Deployment, metadata: {name: one}, spec: {selector: {matchLabels: {app: one}},
      template: {metadata: {labels: {app: one}}, spec: {containers: [{name: c, image: 'one:1'}]}}}}
    ---
    {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: one}, spec: {serviceName: one, selector: {matchLabels: {app: one}},
      template: {metadata: {labels: {app: one}}, spec: {containers: [{name: c, image: 'one:1'}]}}}}
    ---
    {apiVersion: v1, kind: Service, metadata: {name: one}, spec: {selector: {app: one}, ports: [{port: 80}]}}
    ---
    {apiVersion: v1, kind: ConfigMap, metadata: {name: one}}
    ---
    {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: one},
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
    ---
    {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: one}, spec: {rules: [{host: one.example.com,
      http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: one, port: {number: 80}}}}]}}]}}
    ---
    {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: one}, spec: {podSelector: {matchLabels: {app: one}}}}
    ---
    {apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: one}, spec: {minAvailable: 1, selector: {matchLabels: {app: one}}}}
    ---
    {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: one},
      spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: one}}}
    ---
    {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: one}, rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]}
    ---
    {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: one},
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: one}, subjects: [{kind: ServiceAccount, name: default}]}
    ---
    {apiVersion: v1, kind: Pod, metadata: {name: one}, spec: {containers: [{name: c, image: 'one:1'}]}}
    ---
    {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: one}, spec: {selector: {matchLabels: {app: one}},
      template: {metadata: {labels: {app: one}}, spec: {containers: [{name: c, image: 'one:1'}]}}}}
    ---
    {apiVersion: apps/v1, kind: DaemonSet, metadata: {name: one}, spec: {selector: {matchLabels: {app: one}},
      template: {metadata: {labels: {app: one}}, spec: {containers: [{name: c, image: 'one:1'}]}}}}
    ---
    {apiVersion: v1, kind: Secret, metadata: {name: one}}
    ---
    {apiVersion: coordination.k8s.io/v1, kind: Lease, metadata: {name: one}, spec: {holderIdentity: me}}
    ---
    {apiVersion: batch/v1, kind: Job, metadata: {name: one}, spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: 'one:1'}]}}}}
    """
}
