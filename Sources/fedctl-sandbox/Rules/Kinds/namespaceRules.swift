import JSON

/// Namespace: a name without dots, and labels that say what its pods may do.
let namespaceRules = KindRules(
  name: labelProblems,
  check: { object, problems in
    let finalizers = object["spec"]["finalizers"]
    for name in finalizers.items.map(\.text) {
      let words = qualifiedNameProblems(name)
      problems.invalid(finalizers, words, showing: .string(name))
      guard !name.contains("/"), !["kubernetes", "foregroundDeletion", "orphan"].contains(name)
      else { continue }
      problems.invalid(
        finalizers,
        "name is neither a standard finalizer name nor is it fully qualified",
        showing: .string(name),
      )
    }
    for mode in ["enforce", "audit", "warn"] {
      let label = object["metadata"]["labels"].entry("pod-security.kubernetes.io/\(mode)")
      // What is no label's value at all is refused as that.
      if label.exists, labelValueProblems(label.text).isEmpty,
        !["privileged", "baseline", "restricted"].contains(label.text)
      {
        problems.invalid(label, "must be one of privileged, baseline, restricted")
      }
      let version = object["metadata"]["labels"]
        .entry("pod-security.kubernetes.io/\(mode)-version")
      if version.exists, labelValueProblems(version.text).isEmpty,
        !isPolicyVersion(version.text)
      {
        problems.invalid(version, "must be \"latest\" or \"v1.x\"")
      }
    }
  },
)

/// Whether a text is a version of Kubernetes by whose rules pods are judged, as `v1.36`.
private func isPolicyVersion(_ text: String) -> Bool {
  text == "latest" || text.hasPrefix("v1.") && UInt16(text.dropFirst(3)) != nil
}
