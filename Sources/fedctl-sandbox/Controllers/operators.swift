import JSON

/// What the Operator Lifecycle Manager does, and the operator that it installs.
extension ClusterState {
  /// A Subscription leads to an InstallPlan, which waits for approval where that is manual.
  mutating func planInstall(_ subscription: JSON) {
    guard subscription["status"]?["installPlanRef"] == nil else { return }
    let name = "install-\(subscription.uid.prefix(5))"
    let version = clusterServiceVersion(of: subscription)
    let isManual = subscription["spec"]?["installPlanApproval"] == "Manual"
    ensure(
      "InstallPlan",
      name,
      for: subscription,
      in: subscription.namespace,
      by: "catalog",
      [
        "metadata": ["ownerReferences": [ownerReference(to: subscription)]],
        "spec": [
          "approval": isManual ? "Manual" : "Automatic", "approved": .bool(!isManual),
          "clusterServiceVersionNames": [.string(version)], "generation": 1,
        ],
      ],
    )
    guard let plan = object("InstallPlan", name, in: subscription.namespace) else { return }
    let reference: JSON = [
      "apiVersion": "operators.coreos.com/v1alpha1", "kind": "InstallPlan", "name": .string(name),
      "namespace": .string(subscription.namespace), "uid": .string(plan.uid),
    ]
    // The status names the plan twice; the older form has the uid under another name.
    let legacyReference: JSON = [
      "apiVersion": "operators.coreos.com/v1alpha1", "kind": "InstallPlan", "name": .string(name),
      "uuid": .string(plan.uid),
    ]
    setStatus(
      [
        "installPlanRef": reference, "currentCSV": .string(version), "state": "UpgradePending",
        "installPlanGeneration": 1, "lastUpdated": .string(now),
        "installplan": legacyReference,
      ],
      of: subscription,
      by: "catalog",
    )
    setStatus(
      ["phase": isManual ? "RequiresApproval" : "Installing", "catalogSources": []],
      of: plan,
      by: "catalog",
    )
  }

  /// An approved InstallPlan ends in the operator's CSV and the kinds it serves.
  mutating func install(_ plan: JSON) {
    // Nothing happens before approval, which a Manual plan waits for.
    guard plan["spec"]?["approved"] == true, plan["status"]?["phase"] != "Complete" else { return }
    for version in plan["spec"]?["clusterServiceVersionNames"]?.arrayValue ?? [] {
      guard let name = version.stringValue else { continue }
      let operatorGroup = apiGroup(of: name)
      serve(operatorGroup.name)
      ensure(
        "ClusterServiceVersion",
        name,
        for: plan,
        in: plan.namespace,
        by: "catalog",
        [
          "spec": [
            "displayName": .string(operatorGroup.displayName),
            "install": ["strategy": "deployment"],
            "customresourcedefinitions": ["owned": .array(definitions(in: operatorGroup.name))],
          ]
        ],
      )
      if let csv = object("ClusterServiceVersion", name, in: plan.namespace) {
        let done: JSON = ["phase": "Succeeded", "reason": "InstallSucceeded"]
        setStatus(done, of: csv, by: "olm")
      }
    }
    setStatus(["phase": "Complete", "catalogSources": []], of: plan, by: "catalog")
    markInstalled(plan)
  }

  /// Tells the Subscription of a plan that its version is in.
  private mutating func markInstalled(_ plan: JSON) {
    guard let subscriptions = resource(kind: "Subscription") else { return }
    for subscription in list(subscriptions, in: plan.namespace)
    where subscription["status"]?["installPlanRef"]?["name"]?.stringValue == plan.name {
      var status = subscription["status"]?.objectValue ?? [:]
      status["installedCSV"] = status["currentCSV"]
      status["state"] = "AtLatestKnown"
      setStatus(.object(status), of: subscription, by: "olm")
    }
  }

  /// The version that a Subscription starts with; the catalogue here has no other.
  private func clusterServiceVersion(of subscription: JSON) -> String {
    let spec = subscription["spec"]
    return spec?["startingCSV"]?.stringValue
      ?? "\(spec?["name"]?.stringValue ?? "operator").v0.0.1"
  }

  /// What an installed version brings, by its name: the catalogue here has two operators.
  private func apiGroup(of version: String) -> (name: String, displayName: String) {
    version.hasPrefix("cluster-observability-operator")
      ? ("monitoring.rhobs", "Cluster Observability Operator")
      : ("monitoring.coreos.com", "Prometheus Operator")
  }

  /// What the Prometheus operator brings with it.
  mutating func serveMonitoring() { serve("monitoring.coreos.com") }

  /// Makes the kinds of a group known to the cluster.
  private mutating func serve(_ group: String) {
    for resource in Resource.defined(in: group) {
      ensure(
        "CustomResourceDefinition",
        resource.qualifiedName,
        for: [:],
        in: "",
        by: "olm",
        definition(of: resource),
      )
    }
  }

  /// What the installed version says that it owns.
  private func definitions(in group: String) -> [JSON] {
    Resource.defined(in: group).map {
      [
        "name": .string($0.qualifiedName), "kind": .string($0.kind),
        "version": .string($0.version),
      ]
    }
  }

  /// A definition that leaves the schema open: the table has it.
  private func definition(of resource: Resource) -> JSON {
    let told = Schemas.known.definitions["\(resource.apiVersion) \(resource.kind)"] ?? [:]
    var names: JSONObject = ["kind": .string(resource.kind)]
    for key in ["plural", "singular", "shortNames", "categories"] { names[key] = told[key] }
    var version: JSONObject = [
      "name": .string(resource.version), "served": true, "storage": true,
      "subresources": told["subresources"] ?? [:],
      "schema": [
        "openAPIV3Schema": ["type": "object", "x-kubernetes-preserve-unknown-fields": true]
      ],
    ]
    version["additionalPrinterColumns"] = told["columns"]
    return [
      "spec": [
        "group": .string(resource.group), "scope": told["scope"] ?? "Namespaced",
        "names": .object(names), "versions": [.object(version)],
      ]
    ]
  }
}
