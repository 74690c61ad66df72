import JSON

extension Record {
  fileprivate static let serviceMonitor = Record(
    noun: "a service monitor",
    keys: [
      Key("name", .text(.name), .required, "Its name, which no other of the cluster has."),
      Key("namespace", .text(.name), .required, "The namespace of the application's Service."),
      Key(
        "selector",
        .map(keys: .labelKey, values: .labelValue),
        .required,
        "Labels of the application's Service.",
      ),
      Key("port", .text(.nonEmpty), .required, "The name of the Service's port."),
      Key(
        "path",
        .text(.metricsPath),
        .standard("/metrics"),
        "The path under which the application tells its metrics.",
      ),
      Key("interval", .text(.duration), .standard("30s"), "How often they are scraped."),
    ],
  )
}

extension Key {
  static let serviceMonitors = Key(
    "serviceMonitors",
    .list(of: .record(.serviceMonitor)),
    .standard([]),
    "Applications whose metrics are scraped.",
    only: [.receive, .federate, .sidecar],
    starter: .commentedOut([
      ["name": "web", "namespace": "shop", "selector": ["app": "web"], "port": "http"]
    ]),
  )
}
