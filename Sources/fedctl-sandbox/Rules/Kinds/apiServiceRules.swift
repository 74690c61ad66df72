import JSON

/// APIService: its name, the group and version that it answers for, two priorities, and who answers.
///
/// What a name is made of follows from what it has to be.
let apiServiceRules = KindRules(
  name: segmentProblems,
  check: { object, problems in
    let spec = object["spec"]
    let (version, group) = (spec["version"], spec["group"])
    let name = "\(version.text).\(group.text)"
    if object["metadata"]["name"].text != name {
      problems.invalid(
        object["metadata"]["name"],
        "must be `spec.version+\".\"+spec.group`: \"\(name)\"",
      )
    }
    if !group.isEmpty {
      problems.invalid(group, subdomainProblems(group.text))
    } else if version.text != "v1" {
      problems.required(group, "only v1 may have an empty group and it better be legacy kube")
    }
    problems.invalid(version, beginningLabelProblems(version.text))
    for (key, range) in [
      ("groupPriorityMinimum", 1...20_000 as ClosedRange<Int64>), ("versionPriority", 1...1000),
    ] where !range.contains(spec[key].number ?? 0) {
      problems.invalid(
        spec[key],
        "must be positive and less than \(range.upperBound)",
        showing: spec[key].value ?? 0,
      )
    }
    checkAnswerer(spec, &problems)
  },
)

/// A Service that answers is checked by its certificate; the API server itself needs none.
private func checkAnswerer(_ spec: Place, _ problems: inout Problems) {
  let (service, isUnchecked) = (spec["service"], spec["insecureSkipTLSVerify"])
  guard service.exists else {
    if isUnchecked.isTrue {
      problems.invalid(isUnchecked, "local APIServices may not have insecureSkipTLSVerify")
    }
    return
  }
  for key in ["namespace", "name"] where service[key].isEmpty { problems.required(service[key]) }
  let port = service["port"]
  if let number = port.number, !(1...65_535).contains(number) {
    problems.invalid(port, "port is not valid: must be between 1 and 65535, inclusive")
  }
  if isUnchecked.isTrue, !spec["caBundle"].isEmpty {
    problems.invalid(isUnchecked, "may not be true if caBundle is present")
  }
}
