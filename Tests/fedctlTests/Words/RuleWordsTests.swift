import Diagnostics
import Fleet
import TestSupport
import Testing

@testable import fedctl

/// What each rule says, in full.
@Suite struct RuleWordsTests {
  private func words(_ reading: FleetReading) -> [String] {
    reading.problems.map(\.diagnostic).map {
      [$0.summary, $0.detail, $0.remedy ?? ""].joined(separator: " | ")
    }
  }

  @Test(arguments: [
    (
      "name: m, region: a",
      "invalid value | `m` is not a bucket name that S3 accepts. | Use 3 to 63 of a-z, 0-9, `-` and `.`; begin and end with a letter or digit.",
    ),
    (
      "name: metrics, endpoint: 'http://x.example.com:9000/'",
      "invalid value | The endpoint has a scheme, which Thanos refuses. | Write `endpoint: x.example.com:9000` and `insecure: true`.",
    ),
    (
      "name: metrics",
      "missing key | A bucket on AWS needs `region`. | Add the bucket's region, or the `endpoint` of another S3.",
    ),
    (
      "name: metrics, region: a, credentials: {profile: a, file: b}",
      "wrong choice | The bucket's credentials need exactly one of `fromEnvironment`, `profile`, `file`, `existingSecret`, `externalSecret`, `iamRole`, `podIdentity` or `nodeRole`. | ",
    ),
    (
      "name: metrics, region: a, accessKey: b",
      "secret in the file | `accessKey` is not a key of the bucket, and a secret does not belong in this file. | Remove it, give the secret a new value, and say where it comes from under `credentials`.",
    ),
    (
      "name: metrics, region: a, credentials: {podIdentity: true}",
      "key of another platform | Only EKS has Pod Identity: on OpenShift the hub's pods would stand without keys. | Write `iamRole`, `nodeRole` or `existingSecret` in its place.",
    ),
    (
      "name: metrics, region: a, credentials: {existingSecret: {name: b}}",
      "wrong choice | A Secret holds a whole objstore configuration, which `key` names, or the two keys, of which each has its name. | Write `key` alone, or `accessKeyEntry` and `secretKeyEntry` without it.",
    ),
    (
      "name: metrics, region: a, credentials: {existingSecret: {name: b, accessKeyEntry: AKIAIOSFODNN7EXAMPLE, secretKeyEntry: c}}",
      "invalid value | The value names no entry of a Secret, and looks as if it were the secret itself or none. | Write the name under which the value stands, as `AWS_ACCESS_KEY_ID`: letters, digits, `-`, `_` and `.`.",
    ),
    (
      "name: metrics, region: a, encryption: {type: SSE-KMS}",
      "missing key | SSE-KMS needs `kmsKeyID`. | Name the key, or write `type: SSE-S3`.",
    ),
    (
      "name: metrics, region: a, encryption: {type: SSE-S3, kmsKeyID: b}",
      "invalid value | SSE-S3 uses the store's own keys, and `kmsKeyID` names another. | Remove it, or write `type: SSE-KMS`.",
    ),
    (
      "name: metrics, region: a, insecure: true, caFile: ca.pem",
      "invalid value | `caFile` says whom to trust, and with `insecure: true` nobody is asked. | Remove one of the two.",
    ),
    (
      "name: metrics, region: a, create: true, check: false",
      "invalid value | A bucket that is not looked at cannot be made. | Remove `check: false`, or `create: true`.",
    ),
    (
      "name: metrics, region: a, owner: 42",
      "invalid value | `42` is not an AWS account. | Write its 12 digits in quotes, as \"123456789012\".",
    ),
    (
      "name: metrics, region: us-east-2, endpoint: s3.eu-west-1.amazonaws.com",
      "two regions | The endpoint is of region `eu-west-1`, and `region` says `us-east-2`. | Write the bucket's own region in both, or leave `endpoint` out on AWS.",
    ),
    (
      "name: metrics, region: a, credentials: {iamRole: thanos}",
      "invalid value | `thanos` is not the ARN of an IAM role. | Write it as `arn:aws:iam::123456789012:role/thanos`.",
    ),
  ])
  func `a bucket that cannot work is refused`(bucket: String, expected: String) {
    #expect(words(Sample.receive(bucket: bucket).reading) == [expected])
  }

  @Test(arguments: [
    (
      "compactor: {replicas: 2}",
      "invalid value | `replicas` must be 1: two compactors on one bucket destroy data. | ",
    ),
    ("token: {bound: {lifetime: 5m}}", "invalid value | `5m` is too short. | Write 1h or more."),
    (
      "querier: {tolerations: [{operator: Exists, value: a}]}",
      "invalid toleration | A toleration with `operator: Exists` has no `value`. | ",
    ),
    (
      "grafana: {adminPassword: x}",
      "secret in the file | `adminPassword` is not a key of Grafana, and a secret does not belong in this file. | Remove it, and give the secret a new value.",
    ),
    (
      "compactor: {extraArgs: [--no-wait]}",
      "invalid value | `--no-wait` is set by fedctl: other parts of the fleet depend on it. | Leave it out; `fedctl schema` lists the keys that change what is rendered.",
    ),
    (
      "receive: {resources: {limits: {memory: 512Mi}}}",
      "limit below request | The limit of memory is 512Mi, the request 1Gi. | Raise the limit, or set a smaller `requests.memory`.",
    ),
    (
      "compactor: {extraArgs: [-w]}",
      "invalid value | `-w` is set by fedctl: other parts of the fleet depend on it. | Leave it out; `fedctl schema` lists the keys that change what is rendered.",
    ),
    ("token: 1234567890", "wrong type | `token` must be text, not a number. | "),
    ("token: CANARYCANARY", "unknown value | This is not a value of `token`. | Use `secret`."),
    (
      "grafana: {image: grafana}",
      "invalid value | `grafana` has neither tag nor digest. | Write it as `registry.example.com/team/name:v1.2.3`, or with `@sha256:` and a digest.",
    ),
  ])
  func `a hub that cannot work is refused`(hub: String, expected: String) {
    #expect(words(Sample.receive(hub: hub).reading) == [expected])
  }

  @Test(arguments: [
    (
      "externalLabels: {tenant_id: x}",
      "invalid value | The label `tenant_id` is reserved: Prometheus or Thanos sets it. | ",
    ),
    (
      "externalLabels: {stage: 1}",
      "wrong type | `stage` must be text, not a number. | Put it in quotes: `\"1\"`.",
    ),
    ("platformSeries: {interval: 5m}", "invalid value | `5m` is too long. | Write less than 5m."),
    (
      "platformSeries: {match: ['{a']}",
      "invalid value | `{a` is not a series selector: its braces do not match. | Write a metric name, or label matchers as in `{__name__=\"up\"}`.",
    ),
    (
      "platformSeries: {match: ['{}']}",
      "federates everything | `{}` selects every series of the cluster. | Name the metrics that the hub needs, as in `{__name__=~\"cluster:.*\"}`.",
    ),
    (
      "openshiftVersion: 4.18",
      "wrong type | `openshiftVersion` must be text, not a number. | Put it in quotes: `\"4.18\"`.",
    ),
    (
      "externalLabels: {cluster: b}",
      "external labels used twice | `b` and `a` both have {cluster=\"b\"}: their series could not be told apart. | Leave `cluster` out of `externalLabels`; it is the cluster's name then.",
    ),
    (
      "topology: federate",
      "unknown key | `topology` is not a key of a cluster: the hub takes metrics in one way, so clusters of two topologies are two fleets. | Leave it out.",
    ),
    (
      "mode: operator, prometheus: {extraArgs: [--config.file=x]}",
      "invalid value | `--config.file` is set by fedctl: other parts of the fleet depend on it. | Leave it out; `fedctl schema` lists the keys that change what is rendered.",
    ),
  ])
  func `a cluster that cannot work is refused`(cluster: String, expected: String) {
    #expect(words(Sample.receive(cluster: cluster).reading) == [expected])
  }

  @Test func `clusters are told apart from each other and from the hub`() {
    let reading = Sample.receive(more: "- {name: hub, context: hub}\n- {name: a, context: c}")
      .reading
    #expect(
      words(reading) == [
        "name used twice | `hub` is already the name of the hub. | ",
        "context used twice | The context `hub` already belongs to the hub: both would own the same objects there. | For a hub that is monitored itself, write `onHub: true`.",
        "name used twice | `a` is already the name of the cluster in line 9. | ",
      ]
    )
  }

  @Test func `a misspelt key is not taken for a secret`() {
    let reading = Sample.receive(bucket: "name: metrics, region: a, credential: {profile: x}")
      .reading
    #expect(
      words(reading) == [
        "unknown key | `credential` is not a key of the bucket. | Did you mean `credentials`?"
      ]
    )
  }

  @Test func `a patch that matches nothing is refused`() {
    let reading = Sample.receive(
      more: "patches: [{target: {kind: Deploymnt, cluster: c}, merge: {}}]"
    ).reading
    #expect(
      words(reading) == [
        "patch matches nothing | No object of this fleet has the kind `Deploymnt`. | Did you mean `Deployment`?",
        "patch matches nothing | No object of this fleet has the cluster `c`. | Did you mean `a`?",
      ]
    )
  }

  @Test(arguments: [
    (
      "platformSeries: {match: ['up{job=\"a\"}']}",
      "more than a name | `up{job=\"a\"}` selects by more than names, which the platform's remote write cannot. | Write `{__name__=\"…\"}` or `{__name__=~\"…\"}`, or use `mode: operator`.",
    ),
    (
      "mode: platform, prometheus: {version: v3.13.2}",
      "settings without effect | `prometheus` has a meaning only with `mode: operator`, and this is another. | Leave it out, or write `mode: operator`.",
    ),
    (
      "rules: {files: [a.yaml]}",
      "rules without a namespace | With `mode: platform` OpenShift evaluates rules over the namespace that they stand in, and over no other. | Name under `rules.namespaces` those of the applications that they are about. Rules over more than one belong under `hub.ruler`, or need `mode: operator`.",
    ),
    (
      "rules: {files: [a.yaml], namespaces: [shop]}",
      "rules over nothing | The fleet scrapes nothing in `shop`, and the hub hears of no other namespaces' applications. | Name a namespace of `serviceMonitors` or `podMonitors`, or add a monitor for it.",
    ),
    (
      "remoteWrite: {proxyUrl: 'http://proxy:3128'}",
      "unknown key | `proxyUrl` is not a key of `remoteWrite`: the way out is named once for all pods. | Write `proxy: {https: URL}` at the top of the file, or under one cluster.",
    ),
    (
      "remoteWrite: {queueConfig: {maxShards: 50}}",
      "unknown key | `queueConfig` is not a key of `remoteWrite`: it is called `queue` here. | Write `queue`, and look up what it takes with `fedctl explain`.",
    ),
    (
      "mode: operator, prometheus: {remoteWrite: {}}",
      "unknown key | `remoteWrite` is not a key of Prometheus: it stands one level further out. | Write `remoteWrite` beside this mapping, not in it.",
    ),
    (
      "podMonitors: [{name: a, namespace: b, selector: {c: d}, port: e, relabelings: [{targetLabel: cluster}]}]",
      "series could not be told apart | What is scraped may get the label `cluster` here, and the hub would take it for another cluster's. | Choose another name, or drop the label in the end: `{action: labeldrop, regex: cluster}`.",
    ),
    (
      "mode: operator, prometheus: {version: v2.48.0}, scrapeJobs: [{name: a, targets: ['b:1'], scheme: https, basicAuth: {secret: c}}]",
      "login that is not read | Prometheus 2.48.0 takes no user's name from a file, and would refuse the whole configuration for it. | Set a `version` from 2.49.0 on, or use `authorization`.",
    ),
    (
      "mode: operator, platformMonitoring: {enableUserWorkload: true}",
      "settings without effect | `platformMonitoring` has a meaning only with `mode: platform`, and this is another. | Leave it out, or write `mode: platform`.",
    ),
  ])
  func `what the platform's own Prometheus cannot do is refused`(
    cluster: String,
    expected: String,
  ) {
    #expect(words(Sample.receive(cluster: cluster).reading) == [expected])
  }

  @Test func `the sample application's name is taken`() {
    let monitor = "{name: reverse-words, namespace: b, selector: {c: d}, port: e}"
    #expect(
      words(Sample.receive(cluster: "sampleApplication: {}, serviceMonitors: [\(monitor)]").reading)
        == [
          "name used twice | Two monitors of one kind of one cluster are called `reverse-words`. | "
        ]
    )
  }

  @Test(arguments: [
    ("replicas: 3, replicationFactor: 3", []),
    (
      "replicas: 2, replicationFactor: 3",
      [
        "too few pods | Each of 3 copies is kept by another pod, and receive has 2 pods. | Raise `replicas` to 3, or lower `replicationFactor`."
      ],
    ),
    (
      "replicas: 3, replicationFactor: 2",
      [
        "two copies promise no more than one | With `replicationFactor: 2` a write counts as done when one pod has it: it takes twice the space, and what one pod loses may be lost. | Use 3, where two pods must have it and one may be down, or 1."
      ],
    ),
  ])
  func `copies fit the pods, and two are doubtful`(receive: String, expected: [String]) {
    #expect(words(Sample.receive(hub: "receive: {\(receive)}").reading) == expected)
  }

  @Test(arguments: [
    ("ingress: {host: a.example.com}", []),
    ("loadBalancer: {tls: {secret: web, serverName: a.example.com}}", []),
    (
      "name: hub",
      [
        "wrong choice | A hub on Kubernetes needs exactly one of `ingress` or `loadBalancer`. | Write `ingress: {host: metrics.example.com}` with a name that leads to the hub."
      ],
    ),
    (
      "loadBalancer: {internal: false}",
      [
        "open to the internet | The hub's load balancer is on the internet for everybody: nothing but the clusters' tokens or certificates keeps others from writing. | Name the networks of the clusters in `loadBalancerSourceRanges`, or leave `internal` out.",
        "missing key | The hub's load balancer needs `tls`: the clusters' tokens pass it. | Name a Secret with a certificate and a name that is in it.",
      ],
    ),
    (
      "platform: openshift, ingress: {host: a.example.com}",
      [
        "key of another platform | A hub on OpenShift is reached by a Route, so `ingress` has no meaning. | Leave it out, or give the hub `platform: kubernetes`."
      ],
    ),
  ])
  func `a hub is reached in one way`(hub: String, expected: [String]) {
    #expect(
      words(Sample.receive(platform: "kubernetes", hub: hub, cluster: "").reading) == expected
    )
  }

  @Test func `a former name is told with the present one`() {
    #expect(
      words(Sample.receive(hub: "receive: {storage: {storageClass: gp3}}").reading) == [
        "former name | `storageClass` is called `storageClassName` now, and this release is the last to read the former name. | Write `storageClassName`."
      ]
    )
    let both = "receive: {storage: {storageClass: gp3, storageClassName: gp3}}"
    #expect(
      words(Sample.receive(hub: both).reading) == [
        "two names of one key | `storageClass` is the former name of `storageClassName`, which stands in line 7. | Remove `storageClass`."
      ]
    )
  }

  @Test func `what only OpenShift has is refused of a cluster that is none`() {
    let reading = Sample.receive(
      cluster: "platform: kubernetes, openshiftVersion: '4.18', platformSeries: {match: [up]}"
    ).reading
    #expect(
      words(reading) == [
        "key of another platform | Cluster `a` is no OpenShift, so it has no `openshiftVersion`. | Name it only in the clusters that are.",
        "key of another platform | Cluster `a` is no OpenShift, and has no platform's Prometheus to take series from. | Write `platformSeries: {match: []}` there; its Prometheus asks the nodes itself.",
      ]
    )
  }
}
