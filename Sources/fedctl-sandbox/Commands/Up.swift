import ArgumentParser
import FoundationEssentials
import JSON

/// `fedctl-sandbox up`: serves until it is told to end.
struct Up: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve clusters on loopback until SIGTERM or SIGINT.",
    discussion: """
      The clusters live in memory and keep nothing. They answer as API servers do as far as fedctl \
      and kubectl need it; no container ever runs.
      """,
  )

  @Option(help: "The contexts to serve, with commas between them.")
  var contexts = "hub,cluster1,cluster2"

  @Option(help: "Namespaces, as those of applications, that every cluster has besides OpenShift's.")
  var namespaces = ""

  @Flag(
    inversion: .prefixedNo,
    help: "Clusters serve the Prometheus operator's kinds from the start, as OpenShift does.",
  )
  var prometheusOperator = true

  @Flag(help: "Allow whoever comes with a token only what the roles in the cluster give.")
  var rbac = false

  @Option(help: ArgumentHelp("Where to write the kubeconfig.", valueName: "file"))
  var kubeconfig: String

  @Option(help: "The port of the first context on 127.0.0.1, the others follow; 0 takes free ones.")
  var port: UInt16 = 0

  @Option(help: ArgumentHelp("How long every answer takes.", valueName: "ms"))
  var latency = 0

  @Option(help: ArgumentHelp("How long workloads take to become ready.", valueName: "ms"))
  var readyAfter = 0

  @Option(
    help: ArgumentHelp(
      "What goes wrong, as context=hub,verb=patch,resource=routes,every=2,status=503.",
      valueName: "spec",
    ),
    transform: Fault.init(_:),
  )
  var fault: [Fault] = []

  @Option(
    help: ArgumentHelp(
      "A Service whose proxy leads to a real process here, as hub/thanos/thanos-querier=http://127.0.0.1:9090.",
      valueName: "[context/]namespace/service[:port]=url",
    ),
    transform: ProxyRule.init(_:),
  )
  var proxy: [ProxyRule] = []

  @Option(help: ArgumentHelp("Write one line a request.", valueName: "file"))
  var log: String?

  @Option(help: ArgumentHelp("End by itself after so many seconds.", valueName: "count"))
  var seconds: Int?

  /// There have to be so many ports behind the first.
  func validate() throws {
    guard Int(port) + contexts.split(separator: ",").count <= 65_536 else {
      throw ValidationError("--port leaves no room for the ports of all contexts")
    }
  }

  /// Makes the clusters, then listens; the kubeconfig is written once they answer.
  func run() async throws {
    let names = contexts.split(separator: ",").map { String($0) }.uniqued()
    let sandbox = Sandbox(
      contexts: names,
      namespaces: namespaces.split(separator: ",").map { String($0) },
      hasPrometheusOperator: prometheusOperator,
      hasAccessRules: rbac,
      latency: .milliseconds(latency),
      faults: fault,
      proxies: proxy,
      log: try log.map(AccessLog.init),
    )
    // Controllers and server end together: neither is of use without the other.
    try await withTerminationSignals(orAfter: seconds.map { .seconds($0) }) {
      async let controllers: Void = sandbox.runControllers(readyAfter: .milliseconds(readyAfter))
      async let serving: Void = serve(sandbox, names, from: port, kubeconfig: kubeconfig)
      _ = try await (serving, controllers)
    }
  }
}

/// Serves the clusters, each on a port of its own if it can be, and writes the kubeconfig once all of them answer.
private func serve(
  _ sandbox: Sandbox,
  _ all: [String],
  from first: UInt16,
  kubeconfig file: String,
) async throws {
  let (ports, told) = AsyncStream.makeStream(of: (names: [String], port: UInt16).self)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for (place, door) in sandbox.doors.enumerated() {
      let port = first == 0 ? 0 : first + UInt16(place)
      group.addTask {
        try await Listener(sandbox: sandbox, door: door).run(port: port) {
          told.yield((door.contexts, $0))
        }
      }
    }
    group.addTask {
      var known: [String: UInt16] = [:]
      for await (names, port) in ports {
        for name in names { known[name] = port }
        if known.count == all.count { return try announce(known, all, file) }
      }
    }
    // Whichever fails first, as where a port is taken, ends the others.
    try await group.waitForAll()
  }
}

/// Says `ready` last: tests wait for that word.
private func announce(_ ports: [String: UInt16], _ names: [String], _ file: String) throws {
  // Only now, so that whoever waits for the file finds somebody listening.
  let text = Kubeconfig(contexts: names, ports: ports).document.text(.pretty) + "\n"
  try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
  print(file)
  print("ready")
  flushOutput()
}

extension [String] {
  /// Without those that stood before.
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
