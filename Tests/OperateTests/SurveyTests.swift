import Fleet
import JSON
import Operate
import Testing

/// What the clusters of a kubeconfig are taken for.
@Suite struct SurveyTests {
  private func workload(_ name: String, image: String, _ component: String) -> JSON {
    [
      "metadata": ["name": .string(name), "namespace": "obs"],
      "spec": [
        "template": [
          "spec": ["containers": [["image": .string(image), "args": [.string(component)]]]]
        ]
      ],
    ]
  }

  private func answer(
    _ context: String,
    _ uid: String,
    _ platform: Platform = .kubernetes,
    thanos: [JSON] = [],
    prometheus: JSON? = nil,
  ) -> SurveyedContext {
    var cluster = SurveyedCluster(uid: uid, platform: platform)
    cluster.thanos = thanos.compactMap { ThanosPart($0) }
    cluster.prometheuses = prometheus.flatMap { FoundPrometheus($0) }.map { [$0] } ?? []
    return SurveyedContext(context: context, found: .success(cluster))
  }

  private func guess(
    _ contexts: SurveyedContext...,
    hub: String? = nil,
  ) throws(SurveyProblem) -> FleetGuess {
    try FleetGuess(contexts, hub: hub, topology: nil)
  }

  @Test(arguments: [
    ("arn:aws:eks:us-east-1:123456789012:cluster/Prod_East", "prod-east"),
    ("gke_my-project_europe-west1_edge_7", "edge-7"),
    ("default/api-ocp1-example-com:6443/kube:admin", "ocp1-example-com"),
    ("team/plain/other", "team-plain-other"), ("cluster1", "cluster1"), ("…", "cluster"),
    (String(repeating: "a", count: 60), String(repeating: "a", count: 53)),
  ])
  func `a cluster is called by its own part of the context's name`(
    _ context: String,
    _ name: String,
  )
    throws
  {
    #expect(try guess(answer(context, "1")).hub.name == name)
  }

  @Test func `two clusters of one name are told apart`() throws {
    let guess = try guess(answer("hub", "0"), answer("a/x:1/u", "1"), answer("b/x:1/u", "2"))
    #expect(guess.clusters.map(\.name) == ["x", "x-2"])
  }

  @Test func `the hub is where queries are answered, or what is called so, or the first`() throws {
    let querier = workload("querier", image: "quay.io/thanos/thanos:v0.36", "query")
    let store = workload("store", image: "example.com:5000/thanos@sha256:12", "store")
    let answering = try guess(
      answer("hub", "0"),
      answer("a", "1", thanos: [store]),
      answer("b", "2", thanos: [querier]),
    )
    #expect(answering.hub.context == "b")
    #expect(answering.hubReason == .runsThanos(answering.hub.cluster.thanos))
    #expect(answering.namespace == "obs")
    #expect(try guess(answer("a", "1"), answer("prod-hub", "2")).hub.context == "prod-hub")
    #expect(try guess(answer("a", "1"), answer("b", "2")).hubReason == .first)
    #expect(try guess(answer("hub", "1"), answer("b", "2"), hub: "b").hub.context == "b")
    #expect(throws: SurveyProblem.noHub("c", of: ["hub"])) {
      try guess(answer("hub", "1"), hub: "c")
    }
  }

  @Test func `one cluster is one entry, by whichever context is said to be the hub`() throws {
    let guess = try guess(answer("a", "1"), answer("b", "2"), answer("hub", "1"), hub: "hub")
    #expect(guess.hub.context == "hub")
    #expect(guess.clusters.map(\.context) == ["b"])
    #expect(guess.twins.map(\.context) == ["a"])
  }

  @Test func `the topology is what runs already`() throws {
    let receive = workload("ingest", image: "thanos:v1", "receive")
    #expect(
      try guess(answer("hub", "1", thanos: [receive])).topologyReason == .runs("obs/ingest")
    )
    let uploading: JSON = [
      "metadata": ["name": "k8s", "namespace": "monitoring"],
      "spec": ["thanos": ["image": "x"], "externalLabels": ["cluster": "a", "site": "ber"]],
    ]
    let sidecar = try guess(answer("hub", "1"), answer("a", "2", prometheus: uploading))
    #expect(sidecar.topology == .sidecar)
    #expect(sidecar.clusters.first?.externalLabels == ["site": "ber"])
    #expect(try guess(answer("hub", "1")).topologyReason == .usual)
  }

  @Test func `a bucket's keys are no part of what is found`() throws {
    let configuration: JSON = [
      "type": "S3",
      "config": ["bucket": "b", "endpoint": "s3.example.com", "secret_key": "very-secret-key"],
    ]
    let bucket = try #require(FoundBucket(configuration: configuration))
    #expect(bucket.name == "b" && bucket.endpoint == "s3.example.com")
    #expect(!"\(bucket)".contains("very-secret"))
    #expect(FoundBucket(configuration: ["type": "GCS", "config": ["bucket": "b"]]) == nil)
  }
}
