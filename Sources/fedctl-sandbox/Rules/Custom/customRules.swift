import JSON

// The rules in CEL that definitions have and fedctl's objects come near to, one function a kind.

/// `x-kubernetes-validations` of routes.route.openshift.io, but for those of header actions.
let routeRules = KindRules(
  check: { object, problems in
    let spec = object["spec"]
    checkTarget(spec["port"]["targetPort"], &problems)
    let tls = spec["tls"]
    if tls["certificate"].exists, tls["externalCertificate"].exists {
      problems.invalid(
        tls,
        "cannot have both spec.tls.certificate and spec.tls.externalCertificate",
        showing: "object",
      )
    }
    let isPassed = tls["termination"].text == "passthrough"
    if isPassed, tls["insecureEdgeTerminationPolicy"].text == "Allow" {
      problems.invalid(
        tls,
        "cannot have both spec.tls.termination: passthrough and "
          + "spec.tls.insecureEdgeTerminationPolicy: Allow",
        showing: "object",
      )
    }
    if isPassed, spec["httpHeaders"].exists {
      problems.invalid(
        spec,
        "header actions are not permitted when tls termination is passthrough.",
        showing: "object",
      )
    }
  }
)

/// The port is one that there can be; what the schema says so is reported under no field.
private func checkTarget(_ port: Place, _ problems: inout Problems) {
  guard port.value == "" || port.value == 0 else { return }
  let nowhere = Place(port.value, at: "<nil>")
  problems.invalid(nowhere, "\"\(port.path)\" must not validate the schema (not)")
  problems.invalid(nowhere, "\"\(port.path)\" must validate all the schemas (allOf)")
}

/// `x-kubernetes-validations` of prometheuses.monitoring.coreos.com, but for those of topologies'
/// sizes.
let prometheusRules = KindRules(
  check: { object, problems in
    let spec = object["spec"]
    let strategy = spec["updateStrategy"]
    if strategy.exists, strategy["type"].text != "RollingUpdate", strategy["rollingUpdate"].exists {
      problems.invalid(
        strategy,
        "rollingUpdate requires type to be RollingUpdate",
        showing: "object",
      )
    }
    let sharding = spec["shardingStrategy"]
    if sharding["topology"].exists, sharding["mode"].text != "Topology" {
      problems.invalid(
        sharding,
        "topology can only be defined when mode is set to 'Topology'",
        showing: "object",
      )
    }
    for write in spec["remoteWrite"].items {
      let identity = write["sigv4"]
      guard identity["externalId"].exists, !identity["roleArn"].exists else { continue }
      problems.invalid(
        identity,
        "externalId can only be used when roleArn is specified",
        showing: "object",
      )
    }
  }
)
