import JSON

/// The resources with plain names; huge pages have a prefix, all others a domain.
private let standardResources: Set = [
  "cpu", "memory", "ephemeral-storage", "storage",
]

/// What a container asks for and may use at most.
///
/// Amounts are canonical by now; names are the standard ones, or qualified as `example.com/gpu`.
func checkResources(_ resources: Place, _ problems: inout Problems) {
  for part in ["limits", "requests"] {
    for (name, place) in resources[part].entries {
      checkResourceName(name, place, &problems)
      guard let amount = try? Quantity(place.text), amount < .zero else { continue }
      problems.invalid(place, "must be greater than or equal to 0")
    }
  }
  for (name, request) in resources["requests"].entries {
    let limit = resources["limits"].entry(name)
    guard limit.exists, let asked = try? Quantity(request.text),
      let most = try? Quantity(limit.text), asked > most
    else { continue }
    problems.invalid(
      resources["requests"],
      "must be less than or equal to \(name) limit of \(limit.text)",
      showing: request.value,
    )
  }
}

/// The server says of an unknown plain name twice that it is none, as a resource and as a
/// container's.
func checkResourceName(_ name: String, _ place: Place, _ problems: inout Problems) {
  problems.invalid(place, qualifiedNameProblems(name), showing: .string(name))
  guard !name.contains("/"), !name.hasPrefix("hugepages-"), !standardResources.contains(name)
  else { return }
  problems.invalid(
    place,
    "must be a standard resource type or fully qualified",
    showing: .string(name),
  )
  problems.invalid(place, "must be a standard resource for containers", showing: .string(name))
}
