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
  }
  for handler in ["httpGet", "tcpSocket", "grpc"] where place[handler].exists {
    let port = place[handler]["port"]
    checkPort(port.exists ? port : Place(0, at: port.path), &problems)
  }
}
