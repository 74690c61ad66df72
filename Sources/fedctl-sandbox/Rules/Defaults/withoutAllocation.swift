import JSON

extension JSON {
  /// An object without what the server has set beside what was asked for, which nobody owns: the
  /// addresses and ports of a Service, what admission adds to a pod, and a DaemonSet's count of its
  /// changes.
  func withoutAllocation(_ asked: JSON, over live: JSON?, _ resource: Resource) -> JSON {
    switch resource.qualifiedKind {
    case "Service":
      editing("spec") { spec in
        for key in allocated where asked["spec"]?[key] == nil && live?["spec"]?[key] == nil {
          spec[key] = nil
        }
        let ports = asked["spec"]?["ports"]?.arrayValue ?? []
        // Ports that were asked for stand in the order in which they were asked for.
        let before = live?["spec"]?["ports"]?.arrayValue ?? []
        spec.editEach("ports") { port in
          let same = (ports + before).filter { $0["port"] == port["port"] }
          if same.allSatisfy({ $0["nodePort"] == nil }) { port["nodePort"] = nil }
        }
      }
    case "Pod":
      editing("spec") { spec in
        for key in ["tolerations", "preemptionPolicy", "priority"]
        where live == nil && asked["spec"]?[key] == nil {
          spec[key] = nil
        }
      }
    case "PersistentVolumeClaim":
      editing("spec") { spec in
        for key in ["dataSource", "dataSourceRef"]
        where asked["spec"]?[key] == nil && live?["spec"]?[key] == nil {
          spec[key] = nil
        }
      }
      .editing("metadata") { metadata in
        guard live == nil, !asked.finalizers.contains(claimProtection) else { return }
        let own = finalizers.filter { $0 != claimProtection }
        metadata["finalizers"] = own.isEmpty ? JSON?.none : .array(own.map(JSON.string))
      }
    case "Namespace":
      editing("spec") { spec in
        guard live == nil, asked["spec"]?["finalizers"] == nil else { return }
        spec["finalizers"] = nil
      }
    case "DaemonSet.apps":
      editing("metadata") { metadata in
        guard live?.metadata["annotations"]?[changeCount] != nil else { return }
        // Who says nothing of the count says 0, as Go's structs do.
        let count = asked.metadata["annotations"]?[changeCount] ?? "0"
        metadata.edit("annotations") { $0[changeCount] = count }
      }
    default: self
    }
  }
}

private let changeCount = "deprecated.daemonset.template.generation"

/// What a Service gets from the cluster's ranges.
private let allocated = [
  "clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "healthCheckNodePort",
]
