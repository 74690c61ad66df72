import JSON
import Objects

extension Site {
  /// Groups of rules and alerts for whatever Prometheus chooses the fleet's objects.
  ///
  /// - `name`: the part's where none is given.
  func rules(_ groups: [JSON], named name: String? = nil, of part: Part) -> Manifest {
    let spec: JSON = ["groups": .array(groups)]
    return manifest(.prometheusRule, name ?? part.name, of: part, ["spec": spec])
  }
}
