import JSON

extension Record {
  fileprivate static let grafana = component(
    "Grafana",
    image: Standard.grafana,
    cpu: "50m",
    memory: "256Mi",
    disk: "1Gi",
    // What people make for themselves goes with the pod unless the file says otherwise.
    keepsUnasked: false,
    replicas: (1...1, .ownDatabase),
    owned: ["config", "homepath"],
    further: [
      Key(
        "existing",
        .record(existing),
        .optional,
        "A Grafana that is there, in place of the fleet's own: it is told of the metrics, and gets no dashboards.",
      ),
      Key(
        "ingress",
        .record(grafanaIngress),
        .optional,
        "How people reach Grafana where there are no Routes; by a port that they forward without it.",
      ),
      Key(
        "login",
        .record(.grafanaLogin),
        .optional,
        "The accounts of a company's, with which people log in; needs `ingress`, whose host they come back to.",
        example: [
          "provider": "github", "clientSecret": ["secret": "grafana-login"],
          "settings": ["client_id": "grafana", "allowed_organizations": "example"],
        ],
      ),
      Key(
        "dashboards",
        .list(of: .text(.nonEmpty)),
        .standard([]),
        "Files of dashboards in JSON, or folders of such, relative to the fleet file's folder.",
        example: ["dashboards/"],
      ),
    ],
  )

  private static let existing = Record(
    noun: "an existing Grafana",
    keys: [
      Key(
        "namespace",
        .text(.name),
        .required,
        "Where its pods are, and what tells it of the metrics is put.",
        example: "monitoring",
      ),
      Key(
        "kind",
        .choice(["ConfigMap", "Secret", "GrafanaDatasource"]),
        .standard("ConfigMap"),
        "What it looks for: a ConfigMap or a Secret by the sidecar of Helm's charts, a GrafanaDatasource by its operator.",
      ),
      Key(
        "labels",
        .map(keys: .labelKey, values: .labelValue),
        .standard([:]),
        """
        By which the sidecar finds it (`grafana_datasource: "1"` without any), or labels of the Grafana that a \
        GrafanaDatasource is for (`dashboards: grafana`).
        """,
        example: ["grafana_datasource": "1"],
      ),
    ],
  )

  private static let grafanaIngress = Record(
    noun: "Grafana's Ingress",
    keys: [
      Key(
        "host",
        .text(.dottedName),
        .required,
        "The name by which people come.",
        example: "grafana.example.com",
      ),
      .ingressClass,
      Key("tls", .record(tls), .standard([:]), "The certificate of the host."),
      .annotations("What the controller is told beside it."),
    ],
  )

  private static let tls = Record(
    noun: "a certificate",
    keys: [
      Key(
        "secret",
        .text(.dottedName),
        .standard("grafana-tls"),
        "A Secret on the hub, in the fleet's namespace, with `tls.crt` and `tls.key`.",
      ),
      .certificateIssuer,
      .issuerKind,
    ],
  )
}

extension Key {
  static let grafana = section("grafana", .grafana, "Shows dashboards.")
}
