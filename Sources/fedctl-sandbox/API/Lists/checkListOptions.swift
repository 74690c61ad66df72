import JSON

extension Cluster {
  /// Refuses parameters of a list or watch that are none, or contradict each other.
  func checkListOptions(_ query: Query, isWatch: Bool) throws(APIStatus) {
    for name in ["limit", "timeoutSeconds"] {
      guard let text = query[name], Int64(text) == nil else { continue }
      throw .badRequest("strconv.ParseInt: parsing \(JSON.string(text).text()): invalid syntax")
    }
    try checkMatch(query, isWatch: isWatch)
    guard let text = query["resourceVersion"] else { return }
    guard let version = UInt64(text), !text.hasPrefix("+") else {
      throw APIStatus(
        code: isWatch ? 500 : 400,
        reason: isWatch ? "" : "BadRequest",
        message: "resourceVersion: Invalid value: \(JSON.string(text).text()): strconv.ParseUint: "
          + "parsing \(JSON.string(text).text()): invalid syntax",
      )
    }
    let revision = try read { $0.revision }
    guard !isWatch, version > UInt64(revision) else { return }
    throw APIStatus(
      code: 504,
      reason: "Timeout",
      message: "Timeout: Too large resource version: \(version), current: \(revision)",
      details: ["retryAfterSeconds": 1],
    )
  }

  /// How the version is meant, which has to go with the other parameters.
  private func checkMatch(_ query: Query, isWatch: Bool) throws(APIStatus) {
    var problems = Problems()
    let match = Place(query["resourceVersionMatch"].map(JSON.string), at: "resourceVersionMatch")
    let sends = query["sendInitialEvents"] != nil
    if isWatch {
      if sends, match.text != "NotOlderThan" {
        problems.forbidden(
          match,
          "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan",
        )
      } else if !sends, match.exists {
        problems.forbidden(
          match,
          "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided",
        )
      }
    } else {
      if sends {
        problems.forbidden(
          Place(nil, at: "sendInitialEvents"),
          "sendInitialEvents is forbidden for list",
        )
      }
      checkListMatch(match, query, &problems)
    }
    guard problems.isEmpty else {
      throw .invalid(kind: "ListOptions", group: "meta.k8s.io", "", problems.fields)
    }
  }

  /// What a list may say of the version that it is to have.
  private func checkListMatch(_ match: Place, _ query: Query, _ problems: inout Problems) {
    guard match.exists else { return }
    if query["resourceVersion"] == nil {
      problems.forbidden(
        match,
        "resourceVersionMatch is forbidden unless resourceVersion is provided",
      )
    }
    if query["continue"] != nil {
      problems.forbidden(match, "resourceVersionMatch is forbidden when continue is provided")
    }
    problems.check(match, oneOf: ["Exact", "NotOlderThan", ""])
    if match.text == "Exact", query["resourceVersion"] == "0" {
      problems.forbidden(
        match,
        "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"",
      )
    }
  }
}
