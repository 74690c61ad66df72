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
        """
        A Grafana that is there already, in place of one of the fleet's own: it is told of the fleet's metrics, and \
        gets no dashboards.
        """,
      ),
      Key(
        "ingress",
        .record(grafanaIngress),
        .optional,
        "How people reach Grafana on a hub that is not OpenShift's; without it, by a port that they forward.",
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
        """
        The namespace of its pods, which are let through to what they ask; what tells it of the metrics is put \
        there too.
        """,
        example: "monitoring",
      ),
      Key(
        "kind",
        .choice(["ConfigMap", "Secret", "GrafanaDatasource"]),
        .standard("ConfigMap"),
        """
        What it looks for: the sidecar of Helm's charts (kube-prometheus-stack) takes a ConfigMap or a Secret, \
        the operator of Grafana a GrafanaDatasource.
        """,
      ),
      Key(
        "labels",
        .map(keys: .labelKey, values: .labelValue),
        .standard([:]),
        """
        By which the sidecar finds it, `grafana_datasource: "1"` without any; for a GrafanaDatasource, the labels of \
        the Grafana that it is for, `dashboards: grafana` without any.
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
      Key(
        "class",
        .text(.dottedName),
        .optional,
        "The Ingress class; the cluster's default without it.",
      ),
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
