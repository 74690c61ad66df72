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
  let (exec, get) = (place["exec"], place["httpGet"])
  if exec.exists, exec["command"].isEmpty { problems.required(exec["command"]) }
  if get.exists {
    if get["path"].isEmpty { problems.required(get["path"]) }
    problems.check(get["scheme"], oneOf: ["HTTP", "HTTPS"])
    for header in get["httpHeaders"].items { checkHeader(header["name"].text, get, &problems) }
  }
  for handler in ["httpGet", "tcpSocket", "grpc"] where place[handler].exists {
    let port = place[handler]["port"]
    checkPort(port.exists ? port : Place(0, at: port.path), &problems)
  }
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
