/// Good inputs, from which others are made; short, so that changes meet what matters.
enum Seeds {
  static let fleets = [
    """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: edge
    topology: receive
    platform: openshift
    bucket: {name: metrics, region: us-east-2}
    hub: {context: hub}
    clusters: [{name: a, context: a, externalLabels: &l {stage: prod}}]
    """,
    """
    x-a: &a {openshiftVersion: "4.18"}
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: edge
    topology: federate
    platform: kubernetes
    hub: {context: hub, grafana: {storage: {size: 1Gi}}}
    defaults: {loadBalancer: {internal: true}}
    clusters:
      - {name: a, context: a}
    patches:
      - {target: {kind: ConfigMap, name: b}, merge: {data: {c: "d"}}}
    """,
  ]

  static let fleetWords = [
    "  - {name: b, context: b}\n", "replicas: 2", "10Gi", "500m", "1d12h", "{__name__=~\"a.*\"}",
    "resources: {limits: {memory: 1Gi}}", "https://a:b@c", "\"4.18\"", "s3.eu-west-1.amazonaws.com",
    "sha256: ",
  ]

  static let kubeconfigs = [
    """
    apiVersion: v1
    kind: Config
    contexts: [{name: hub, context: {cluster: c, user: u}}]
    clusters: [{name: c, cluster: {server: "https://a.example.com:6443", certificate-authority-data: YQ==}}]
    users: [{name: u, user: {token: t, as: me, as-groups: [g]}}]
    """,
    """
    contexts: [{name: hub, context: {cluster: c, user: u}}]
    clusters: [{name: c, cluster: {server: "http://me:b%20c@[::1]:1/k8s/", proxy-url: "socks5://d:1"}}]
    users:
      - name: u
        user:
          exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: a, args: [b],
            env: [{name: c, value: d}], provideClusterInfo: true}
    """,
  ]

  static let bundles = [
    """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: prometheuses.monitoring.coreos.com, annotations: {operator.prometheus.io/version: 0.93.0}}
    spec:
      group: monitoring.coreos.com
      names: {kind: Prometheus, plural: prometheuses}
      scope: Namespaced
      versions: [{name: v1, served: true, storage: true}]
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: prometheus-operator, namespace: default}
    spec: {template: {spec: {containers: [{name: a, image: "b:1", args: [--c=d]}]}}}
    """
  ]

  static let awsFiles = [
    "[default]\naws_access_key_id = AKIA\naws_secret_access_key = a/b+c\naws_session_token = t\n",
    "# a\n[profile b]\nregion=eu-west-1\nrole_arn = arn:aws:iam::123456789012:role/c\nsource_profile = default\n",
    "[default]\ncredential_process = \"a b\" c\nsso_session = d\n",
  ]

  static let documents = [
    """
    <?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\
    <Name>b</Name><IsTruncated>true</IsTruncated><Contents><Key>a%2Fb</Key><Size>1</Size></Contents>\
    <NextContinuationToken>t</NextContinuationToken></ListBucketResult>
    """,
    "<Error><Code>AccessDenied</Code><Message>a &amp; b</Message></Error>",
  ]

  static let objects = [
    #"{"kind":"Status","apiVersion":"v1","status":"Failure","message":"a","reason":"Conflict","code":409,"#
      + #""details":{"causes":[{"reason":"FieldManagerConflict","message":"b","field":".c"}],"retryAfterSeconds":1}}"#,
    #"{"a":[1,-2.5,1e10,true,null,"é\n\ud83d\ude00"],"b":{"c":{}}}"#,
  ]

  static let pluginAnswers = [
    #"{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t","#
      + #""expirationTimestamp":"2026-11-27T08:00:00Z"}}"#,
    #"{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":"#
      + #"{"clientCertificateData":"a","clientKeyData":"b"}}"#,
  ]

  static let processAnswers = [
    #"{"Version":1,"AccessKeyId":"a","SecretAccessKey":"b","SessionToken":"c","Expiration":"2026-11-27T08:00:00+01:00"}"#
  ]

  static let parts = [
    "# ours\na:\n  b: # list\n  - name: x\n    url: y\n  f: {g: h}\ni: [1]\n",
    "a:\r\n  b: []\r\n  j: |\r\n    k\r\n",
  ]

  static let quotations = [
    #"no: canary+key\/0123456789, %63anary%2Bkey%2F0123456789, Y2FuYXJ5K2tleS8wMTIzNDU2Nzg5"#,
    "eHhjYW5hcnkra2V5LzAxMjM0NTY3ODl4, canary&#43;key/0123456789, 63616e6172792b6b65792f30313233343536373839",
  ]

  static let watches = [
    #"{"type":"MODIFIED","object":{"kind":"Deployment","metadata":{"name":"a","resourceVersion":"7"}}}"#
      + "\n"
      + #"{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"8"}}}"# + "\n",
    #"{"type":"ERROR","object":{"kind":"Status","code":410,"message":"too old"}}"# + "\n",
  ]

  /// One of a key that was thrown away.
  static let certificates = [
    """
    -----BEGIN CERTIFICATE-----
    MIIBnjCCAUWgAwIBAgIUc2sHvQ0CTh/zH3x6mfto3l/n8gMwCgYIKoZIzj0EAwIw
    JDEKMAgGA1UECgwBbzEWMBQGA1UEAwwNYS5leGFtcGxlLmNvbTAgFw0yNjExMjcw
    ODUxMjVaGA8yMTI2MTEwMzA4NTEyNVowJDEKMAgGA1UECgwBbzEWMBQGA1UEAwwN
    YS5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABE+7v1ztH8Bk
    dCadBDHYEU5Icypd9KNpa2lRaEipZ4JxNzFRAT26v9cCX6TgrVP6cx6wMn8FTAE5
    wU7Qlto8fUWjUzBRMB0GA1UdDgQWBBTvM46FFAXCJrIC1DCxjNT1D/ltgjAfBgNV
    HSMEGDAWgBTvM46FFAXCJrIC1DCxjNT1D/ltgjAPBgNVHRMBAf8EBTADAQH/MAoG
    CCqGSM49BAMCA0cAMEQCIFnvcDl7RYTS+SNLYu4gWzlWnPNl+zDkP0umAf6ZZsWu
    AiBbMTCdoAYIv4lD/dN+MXawJqFb7+HfS649suITMqlxFQ==
    -----END CERTIFICATE-----
    """
  ]
}
