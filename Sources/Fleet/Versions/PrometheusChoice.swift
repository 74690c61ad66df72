/// Which Prometheus a part of the fleet runs, from its section of the file.
extension Section {
  /// Whether it is a cluster with receive whose operator comes out of OLM's catalogue.
  func installsByOLM(on platform: Platform?) -> Bool {
    platform == .openshift && isRunByOperator(on: platform)
      && optionalSection("prometheusOperator")?.optionalSection("bundle") == nil
  }

  /// Whether the fleet brings a Prometheus of its own there.
  func runsPrometheus(on platform: Platform?, in topology: Topology) -> Bool {
    topology != .receive || isRunByOperator(on: platform)
  }

  private func isRunByOperator(on platform: Platform?) -> Bool {
    mode(on: platform) == ReceiveMode.operator
  }

  /// What the file says, or the newest that whoever installs the operator can run.
  func prometheusVersion(on platform: Platform?) -> String {
    optionalSection("prometheus")?.optionalText("version")
      ?? (installsByOLM(on: platform) ? Standard.prometheusForOLM : Standard.prometheus)
  }
}
