import Apply
import Facts
import JSON
import Kubernetes
import Objects
import Operate
import Testing

@testable import fedctl

struct FailureWordsTests {
  private let user = KubeconfigEntryName(.user, "admin", file: "/home/me/.kube/config")

  @Test func `a refusal is told in the server's own words`() {
    let body = #"{"kind":"Status","reason":"Forbidden","message":"secrets is forbidden"}"#
    let error = KubernetesError.status(APIStatus(code: 403, body: Array(body.utf8)))
    #expect(error.words == "secrets is forbidden")
    #expect(
      error.remedy == "Grant the kubeconfig's user what the message names, then run it again."
    )
  }

  @Test func `a policy's refusal is not answered with another try`() {
    let texts = [
      #"admission webhook "v.example.com" denied the request: no"#,
      #"pods "a" is forbidden: exceeded quota: small"#,
      #"pods "a" is forbidden: violates PodSecurity "restricted:latest": privileged"#,
    ]
    for text in texts {
      let status = APIStatus(
        code: 403,
        body: Array(JSON.object(["kind": "Status", "message": .string(text)]).bytes()),
      )
      let error = ApplyError.kubernetes(.status(status))
      #expect(error.remedy?.hasPrefix("A policy of the cluster refuses it: ") == true)
      var outcome = ApplyOutcome()
      outcome.failed[ObjectReference(cluster: "hub", .secret, namespace: "n", name: "a")] = error
      let words = outcome.words(of: .apply)
      #expect(
        words == """
          Apply incomplete: nothing done, 1 failed. Mend what is refused, then run it again.
            hub: Secret n/a: \(text)
          """
      )
    }
    let right =
      #"{"kind":"Status","message":"secrets \"a\" is forbidden: User \"u\" cannot patch resource"}"#
    #expect(
      KubernetesError.status(APIStatus(code: 403, body: Array(right.utf8))).remedy?
        .hasPrefix("Grant ") == true
    )
  }

  @Test func `what many objects fail for is told once at the end, and single ones by name`() {
    let body = #"{"kind":"Status","reason":"NotFound","message":"namespaces \"shop\" not found"}"#
    let missing = ApplyError.kubernetes(.status(APIStatus(code: 404, body: Array(body.utf8))))
    let other = ApplyError.kubernetes(.transport(TransportError(.refused, url: "https://x")))
    var outcome = ApplyOutcome()
    for number in 10..<50 {
      let object = ObjectReference(
        cluster: "c-\(number)",
        .serviceMonitor,
        namespace: "shop",
        name: "a",
      )
      outcome.failed[object] = number == 12 ? other : missing
    }
    let lines = outcome.words(of: .apply).split(separator: "\n").dropFirst()
    let names = [10, 11, 13].map { "c-\($0): ServiceMonitor shop/a" }.joined(separator: ", ")
    #expect(
      Array(lines) == [
        "  39 objects (\(names) and 36 more): namespaces \"shop\" not found",
        "  c-12: ServiceMonitor shop/a: \(other.words)",
      ]
    )
  }

  @Test func `only another's run is to be waited for, and not a hub that refuses its lease`() {
    let body =
      #"{"kind":"Status","reason":"Forbidden","message":"leases \"l\" is forbidden: User \"u\" cannot get"}"#
    let forbidden = KubernetesError.status(APIStatus(code: 403, body: Array(body.utf8)))
    let refusals: [(FleetLease.Refusal, String)] = [
      (.held(by: "someone", until: .release), "Wait until it has finished, then run this again."),
      (
        .kubernetes(forbidden),
        "Grant the kubeconfig's user what the message names, then run it again.",
      ),
      (.gone, "What was begun is done: run this again, and it goes on from there."),
    ]
    for (refusal, remedy) in refusals {
      #expect(ErrorWords(refusal)?.lines == ["error: \(refusal.words)", "  \(remedy)"])
    }
  }

  @Test func `an answer that is no Status is told by its first line`() {
    let page = APIStatus(code: 502, body: Array("<h1>Bad gateway</h1>\nnginx".utf8))
    #expect(KubernetesError.status(page).words == "HTTP status 502: <h1>Bad gateway</h1>")
    let nothing = APIStatus(code: 503, body: [])
    #expect(KubernetesError.status(nothing).words == "HTTP status 503: no explanation")
  }

  @Test func `who answered in the place of an API server is told`() {
    let url = "https://hub.example.com/api/v1/namespaces/kube-system"
    let gate = Answerer(url: url, program: "nginx", location: "https://login.example.com/")
    let redirect = APIStatus(code: 302, body: [], from: gate)
    #expect(
      KubernetesError.status(redirect).words
        == "HTTP status 302: no explanation (nginx at \(url), which leads to https://login.example.com/)"
    )
    let page = AnswerFlaw.notJSON(JSONError(.unexpectedCharacter(60), at: 0), begins: "<html>")
    func words(_ flaw: AnswerFlaw) -> String {
      KubernetesError.malformedAnswer(flaw, from: Answerer(url: url)).words
    }
    let start = "the answer is not what the Kubernetes API gives: "
    #expect(words(page) == "\(start)it begins with `<html>` (\(url))")
    #expect(words(.empty) == "\(start)there is nothing in it (\(url))")
    let expected = AnswerFlaw.KindName(version: "v1", kind: "Namespace")
    let found = AnswerFlaw.KindName(version: "v1", kind: "Secret")
    #expect(
      words(.otherKind(found: found, expected: expected))
        == "\(start)it is Secret of v1, not Namespace of v1 (\(url))"
    )
    #expect(
      words(.otherKind(found: nil, expected: expected))
        == "\(start)it names no kind, and Namespace of v1 was asked for (\(url))"
    )
    let gone = APIStatus(code: 404, body: Array(#"{"kind":"Status","message":"gone"}"#.utf8))
    #expect(words(.failure(gone)) == "\(start)a success that says of itself: gone (\(url))")
    let busy = APIStatus(code: 429, body: Array(#"{"kind":"Status","message":"busy"}"#.utf8))
    #expect(KubernetesError.status(busy).words == "busy (429)")
  }

  @Test func `a wait that was in vain names the object and what it said last`() {
    let object = ObjectReference(cluster: "hub", .deployment, namespace: "thanos", name: "querier")
    let reason = ReadinessReason.replicas(.available, have: 0, of: 2)
    #expect(
      WaitError.notReady(object, after: .seconds(300), last: reason).words
        == "Deployment thanos/querier is not ready after 300 s: 0 of 2 replicas are available"
    )
    let stuck = ReadinessReason.rolloutStuck(Explanation(reason: "ProgressDeadlineExceeded"))
    #expect(
      WaitError.failed(object, stuck).words
        == "Deployment thanos/querier has failed: ProgressDeadlineExceeded"
    )
  }

  @Test func `a context that leads nowhere is told with the file to mend`() {
    #expect(
      ContextError.unknownContext("hbu", known: ["hub", "east"], files: ["a", "b"]).words
        == "there is no context hbu in a, b; there are hub, east"
    )
    #expect(
      ContextError.unknownContext("hub", known: [], files: []).words
        == "there is no context hub in any kubeconfig, for none was found; there are none at all"
    )
    #expect(
      ContextError.missing(.user, name: "me", in: KubeconfigEntryName(.context, "hub", file: "a"))
        .words == "a: context hub names the user me, which no kubeconfig defines"
    )
    #expect(
      ContextError.badValue(user, field: "exec.apiVersion", .unknownVersion("v2")).words
        == "/home/me/.kube/config: exec.apiVersion of user admin is v2; "
        + "v1 and v1beta1 are supported"
    )
  }

  @Test func `a plugin's failure is told by its command`() {
    #expect(
      CredentialError.pluginNotFound(command: "aws", hint: nil).words
        == "the credential plugin `aws` is not installed; install it, or mend PATH"
    )
    #expect(
      CredentialError.malformedAnswer(command: "aws", .empty).words
        == "the credential plugin `aws` gave no usable answer: "
        + "it has neither a token nor a certificate"
    )
  }
}
