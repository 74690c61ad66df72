import JSON

/// In the order in which the server looks for them.
private let handlers = ["exec", "httpGet", "tcpSocket", "grpc", "sleep"]

/// A probe; only readiness may ask for more than one success.
func checkProbe(_ probe: Place, mustPassOnce: Bool, _ problems: inout Problems) {
  guard probe.exists else { return }
  checkHandler(probe, &problems)
  for key in [
    "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold",
    "failureThreshold",
  ] { problems.notNegative(probe[key]) }
  if let seconds = probe["terminationGracePeriodSeconds"].number, seconds <= 0 {
    problems.invalid(probe["terminationGracePeriodSeconds"], "must be greater than 0")
  }
  if !mustPassOnce, probe["terminationGracePeriodSeconds"].exists {
    problems.invalid(
      probe["terminationGracePeriodSeconds"],
      "must not be set for readinessProbes",
    )
  }
  if mustPassOnce, let count = probe["successThreshold"].number, count != 1 {
    problems.invalid(probe["successThreshold"], "must be 1")
  }
}

/// What is done when a container starts and before it stops.
func checkLifecycle(_ lifecycle: Place, _ problems: inout Problems) {
  for moment in ["postStart", "preStop"] where lifecycle[moment].exists {
    checkHandler(lifecycle[moment], &problems)
  }
}

/// What a probe or a hook does: exactly one thing.
private func checkHandler(_ place: Place, _ problems: inout Problems) {
  let set = handlers.filter { place[$0].exists }
  if set.isEmpty { problems.required(place, "must specify a handler type") }
  for extra in set.dropFirst() {
    problems.forbidden(place[extra], "may not specify more than 1 handler type")
  }
  // Of the others nothing more is said.
  guard let first = set.first else { return }
  let action = place[first]
  switch first {
  case "exec":
    if action["command"].isEmpty { problems.required(action["command"]) }
  case "httpGet":
    if action["path"].isEmpty { problems.required(action["path"]) }
    checkHandlerPort(action["port"], &problems)
    problems.check(action["scheme"], oneOf: ["HTTP", "HTTPS"])
    for header in action["httpHeaders"].items {
      checkHeader(header["name"].text, action, &problems)
    }
  case "sleep":
    if let seconds = action["seconds"].number, seconds < 0 {
      problems.invalid(action, "must be non-negative", showing: .integer(seconds))
    }
  default: checkHandlerPort(action["port"], &problems)
  }
}

/// A missing number is 0 in Go, and refused as that.
private func checkHandlerPort(_ port: Place, _ problems: inout Problems) {
  checkPort(port.exists ? port : Place(0, at: port.path), &problems)
}

/// The name of a header that a probe sends; the path names the list alone.
private func checkHeader(_ name: String, _ get: Place, _ problems: inout Problems) {
  let isGood = name.utf8.allSatisfy { byte in
    byte == UInt8(ascii: "-")
      || Character(Unicode.Scalar(byte)).isASCII
        && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
  }
  guard !isGood || name.isEmpty else { return }
  problems.invalid(
    get["httpHeaders"],
    "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', "
      + "regex used for validation is '[-A-Za-z0-9]+')",
    showing: .string(name),
  )
}
