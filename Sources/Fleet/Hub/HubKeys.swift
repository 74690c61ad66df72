import JSON

extension Record {
  /// What is the hub's own; every other key stands with its subject.
  static let hub = Record(
    noun: "the hub",
    keys: [
      Key("name", .text(.name), .standard("hub"), "What plans and errors call it."),
      Key(
        "context",
        .text(.nonEmpty),
        .required,
        "Its context in the kubeconfig. There is no fallback to the current one.",
        starter: .set("hub"),
        takesVariables: true,
      ),
      .server,
    ] + Key.platforms(.optional) + Key.surroundings + [
      .token, .hubRoutes, .oauthProxy, .storeGateway, .certificates, .kubeRBACProxy,
      .receiveIngress,
      .receiveLoadBalancer, .collectorLoadBalancer, .receive, .mutualReceive, .compactor, .querier,
      .ruler, .monitoring, .queryFrontend, .hubPrometheus, .hubRules, .hubAlertmanagers,
      .alertmanager,
      Key.operatorSource(only: [.federate]), .grafana,
    ],
  )
}
