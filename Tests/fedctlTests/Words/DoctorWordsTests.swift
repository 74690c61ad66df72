import Apply
import Facts
import Kubernetes
import ObjectStore
import Objects
import Operate
import Plan
import TestSupport
import Testing

@testable import fedctl

/// What doctor says, in full.
@Suite(.waitsForPrograms)
struct DoctorWordsTests {
  private func cluster(_ name: String, _ pace: ReachFinding.Pace, _ more: [CheckResult])
    -> Diagnosis
  {
    let reach = CheckResult(.reach, [.reach(.answers(version: "v1.36.2", pace))])
    return Diagnosis(cluster: name, results: [reach] + more)
  }

  private func secret(_ cluster: String) -> ObjectReference {
    ObjectReference(cluster: cluster, .secret, namespace: "thanos", name: "metrics-bearer-token")
  }

  /// Of two clusters with the same findings, one section tells both.
  @Test func `alike clusters are told once, and where they differ each`() {
    let report = DoctorReport(
      fleet: "edge",
      places: [
        Diagnosis(
          cluster: nil,
          results: [
            CheckResult(.bucket, [.bucket(.usable(name: "b", versions: true, isLocked: false))])
          ],
        ),
        cluster("hub", .within50, [CheckResult(.clock, [.clock(.clusterOff(seconds: -70))])]),
        cluster("a1", .within50, [CheckResult(.tokens, [.expiry(.tokenRefused(secret("a1")))])]),
        cluster("a2", .within200, [CheckResult(.tokens, [.expiry(.tokenRefused(secret("a2")))])]),
      ],
    )
    let text = DoctorText(report, style: TextStyle(isColoured: false), detail: PlanDetail()).text
    #expect(
      text == """
        Fleet edge:

        fleet:
          ok        bucket        b can be listed and written; deleted objects stay as versions

        hub:
          ok        reach         Kubernetes v1.36.2 answers within 50 ms
          error     clock         is 1 m 10 s slow
                                  -> Set the clocks of its control plane by NTP: tokens and certificates count as not yet or no more valid.

        2 alike: a1, a2:
          ok        reach         Kubernetes v1.36.2 answers within 50 ms  (a1)
                                  Kubernetes v1.36.2 answers within 200 ms  (a2)
          error     tokens        the hub does not accept that of Secret thanos/metrics-bearer-token
                                  -> Run `fedctl apply`, which makes a token anew and hands it over.

        3 errors, 0 warnings on 3 clusters.

        """
    )
    #expect(!report.isSound)
  }

  /// One of each kind of finding that is wrong.
  private var wrong: [(Finding, String)] {
    let hub = ObjectReference(
      cluster: "hub",
      .secret,
      namespace: "thanos",
      name: "a1-metrics-token",
    )
    let work = ObjectReference(cluster: "hub", .deployment, namespace: "thanos", name: "grafana")
    let status = PodTrouble.waiting(container: "grafana", Explanation(reason: "ImagePullBackOff"))
    return [
      (
        .rights(
          .lacks(
            [
              Right("list", "apps", "deployments", in: "thanos"), Right("get", "", "secrets"),
              Right("get", "apps", "deployments", in: "thanos"),
            ],
            .apply,
            context: "ctx",
          )
        ), "`apply` needs get on secrets; get, list on deployments.apps",
      ),
      (
        .supply(.lacksKinds([.prometheus], served: ["v1alpha1"])),
        "does not serve Prometheus of monitoring.coreos.com/v1, of whose group it has v1alpha1",
      ),
      (
        .supply(.lacksStorageClass(nil, [work])),
        "there is no default storage class, for which Deployment thanos/grafana asks",
      ),
      (
        .supply(.lacksIngressClass("nginx", [work])),
        "there is no ingress class nginx, for which Deployment thanos/grafana asks",
      ),
      (
        .expiry(.certificateEnds(.object(hub), inSeconds: 3 * 86_400)),
        "that of Secret thanos/a1-metrics-token ends in 3 d",
      ),
      (
        .expiry(.certificateEnds(.client(context: "ctx"), inSeconds: -1)),
        "the client's of context ctx in the kubeconfig has ended",
      ),
      (
        .expiry(.tokenRevoked(secret("a1"), hub)),
        "that of Secret thanos/metrics-bearer-token has no Secret on the hub any more: hub: Secret thanos/a1-metrics-token",
      ),
      (
        .expiry(.tokenDiffers(secret("a1"), from: hub)),
        "that of Secret thanos/metrics-bearer-token is not the one in hub: Secret thanos/a1-metrics-token",
      ),
      (
        .expiry(.loginEnds(context: "ctx", inSeconds: 7_200)),
        "that of context ctx in the kubeconfig ends in 2 h",
      ),
      (
        .work(.notReady(work, .replicas(.ready, have: 0, of: 1), .pod("grafana-x", status))),
        "Deployment thanos/grafana: 0 of 1 replicas are ready; pod grafana-x cannot start its container grafana: ImagePullBackOff",
      ),
      (.work(.absent([work])), "1 object not there: Deployment thanos/grafana"),
      (
        .lock(.left(by: "ann@host process 7 (a:b)")),
        "ann@host process 7 has died over the fleet, or was cut off",
      ),
      (
        .bucket(.unusable(.otherRegion(bucket: "b", region: "eu-west-1"))),
        "bucket b is in eu-west-1; write `region: eu-west-1` under `bucket`",
      ),
      (
        .clock(.machineOff(seconds: 65)),
        "that of this machine is 1 m 5 s fast against most clusters",
      ),
      (.reach(.unknown(.noContext)), "it has no context"),
    ]
  }

  @Test func `each is told in a sentence, with something to do`() {
    for (finding, words) in wrong {
      #expect(finding.words == words)
      #expect(finding.gravity > .untold)
      #expect(finding.remedy?.isEmpty == false, "\(finding)")
    }
    #expect(Finding.work(.egressUntold).remedy == nil)
  }
}
