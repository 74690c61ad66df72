import JSON
import Objects

extension Site {
  /// Nodes that are drained wait for one another: no more than so many of the chosen pods are away
  /// at once.
  func disruptionBudget(of part: Part, _ pods: JSON, dispensable: Int = 1) -> Manifest {
    let spec: JSON = ["maxUnavailable": .integer(Int64(dispensable)), "selector": pods]
    return manifest(.podDisruptionBudget, part.name, of: part, ["spec": spec])
  }
}
