import Apply
import Facts
import Fleet
import FoundationEssentials
import HTTP
import JSON
import Kubernetes
import Objects
import Plan
import Text
import YAML

/// Asks the clusters of a kubeconfig what they are and what is there; nothing is changed.
package struct KubeconfigSurvey: Sendable {
  private let roads: Roads
  private let secrets: KnownSecrets

  /// - Throws: `KubeconfigError` for a kubeconfig that cannot be read.
  package init(_ request: SessionRequest, view: any RunView) throws {
    let transport = try HTTPTransport(environment: request.environment, hiding: request.secrets)
    roads = try Roads(request, transport: transport, view: view)
    secrets = request.secrets
  }

  /// All contexts whose names fit one of the patterns, in the kubeconfig's order; all without a pattern.
  ///
  /// - Throws: `SurveyProblem` where none fits, or none of them answers.
  package func contexts(like patterns: [String]) async throws -> [SurveyedContext] {
    let names = roads.kubeconfig.contexts
    let chosen = names.filter { name in
      patterns.isEmpty || patterns.contains { NamePattern($0).matches(name) }
    }
    guard !chosen.isEmpty else { throw SurveyProblem.noContext(patterns, of: names) }
    let found = await all(chosen)
    if let first = found.first, case .failure(let failure) = first.found,
      found.allSatisfy({ (try? $0.found.get()) == nil })
    {
      throw SurveyProblem.noAnswer(found.count, first: first.context, failure.reason)
    }
    return found
  }

  /// So many clusters at a time as in a look at a fleet.
  private func all(_ contexts: [String]) async -> [SurveyedContext] {
    let places = Semaphore(roads.limits.clusters)
    let answers = await withTaskGroup(of: SurveyedContext?.self) { group in
      for context in contexts {
        group.addTask { () -> SurveyedContext? in
          guard await places.wait() else { return nil }
          defer { places.signal() }
          return await survey(context)
        }
      }
      var answers: [String: SurveyedContext] = [:]
      for await case let answer? in group { answers[answer.context] = answer }
      return answers
    }
    return contexts.compactMap { answers[$0] }
  }

  private func survey(_ context: String) async -> SurveyedContext {
    let client: KubernetesClient
    switch roads.way(to: context) {
    case .open(let way): client = way
    case .closed(_, let reason):
      return SurveyedContext(context: context, found: .failure(SurveyFailure(reason: reason)))
    }
    do throws(KubernetesError) {
      let system = ObjectReference(cluster: context, .namespace, name: "kube-system")
      guard let uid = try await client.get(system)?.metadata.uid else {
        return SurveyedContext(
          context: context,
          found: .failure(SurveyFailure(reason: .unidentified)),
        )
      }
      return SurveyedContext(
        context: context,
        found: .success(try await ClusterSurvey(client: client, secrets: secrets).ask(uid)),
      )
    } catch {
      return SurveyedContext(
        context: context,
        found: .failure(SurveyFailure(reason: .unreachable(error))),
      )
    }
  }
}

/// Asks one cluster; what may not be read is not known for itself alone.
private struct ClusterSurvey: Sendable {
  let client: KubernetesClient
  /// Where keys go that stand beside a bucket's name, so that nobody tells them.
  let secrets: KnownSecrets

  func ask(_ uid: String) async throws(KubernetesError) -> SurveyedCluster {
    let version = ObjectReference(cluster: client.context, .clusterVersion, name: "version")
    let openshift = try await client.get(version)
    var cluster = SurveyedCluster(uid: uid, platform: openshift == nil ? .kubernetes : .openshift)
    cluster.openshiftVersion = openshift?.minorRelease
    cluster.version = try? await client.version()
    let classes = await objects(.storageClass)
    cluster.storageClass = classes.first(where: \.isDefaultClass)?.metadata.name
    cluster.ingressClasses = await objects(.ingressClass).compactMap(\.metadata.name).sorted()
    if let prometheuses = try? await client.list(.prometheus, namespace: nil).items {
      cluster.hasPrometheusKinds = true
      cluster.prometheuses = prometheuses.compactMap { FoundPrometheus($0) }
        .sorted { ($0.namespace, $0.name) < ($1.namespace, $1.name) }
    }
    let workloads = await objects(.statefulSet) + objects(.deployment)
    cluster.thanos = workloads.compactMap { ThanosPart($0) }
      .sorted { ($0.namespace, $0.name) < ($1.namespace, $1.name) }
    cluster.bucket = await bucket(of: cluster.thanos)
    return cluster
  }

  private func objects(_ kind: ResourceKind) async -> [JSON] {
    (try? await client.list(kind, namespace: nil).items) ?? []
  }

  /// The first configuration among the Secrets that parts of Thanos mount.
  private func bucket(of parts: [ThanosPart]) async -> FoundBucket? {
    var asked: Set<ObjectReference> = []
    for part in parts {
      for name in part.secrets {
        let secret = ObjectReference(
          cluster: client.context,
          .secret,
          namespace: part.namespace,
          name: name,
        )
        guard asked.insert(secret).inserted, let object = try? await client.get(secret) else {
          continue
        }
        if let bucket = bucket(in: object) { return bucket }
      }
    }
    return nil
  }

  private func bucket(in secret: JSON) -> FoundBucket? {
    for entry in secret["data"]?.objectValue ?? [:] {
      guard let bytes = entry.value.stringValue.flatMap({ Base64.bytes(of: $0) }),
        let document = try? YAML.document(bytes, file: entry.key)?.json
      else { continue }
      let keys = ["access_key", "secret_key", "session_token"]
      secrets.insert(keys.compactMap { document["config"]?[$0]?.stringValue })
      if let bucket = FoundBucket(configuration: document) { return bucket }
    }
    return nil
  }
}

extension JSON {
  /// Of a ClusterVersion: `4.18` of `4.18.3`.
  fileprivate var minorRelease: String? {
    let full =
      self["status"]?["desired"]?["version"]?.stringValue
      ?? self["status"]?["history"]?[0]?["version"]?.stringValue
    let parts = full?.split(separator: ".") ?? []
    return parts.count < 2 ? nil : "\(parts[0]).\(parts[1])"
  }

  fileprivate var isDefaultClass: Bool {
    let key = "storageclass.kubernetes.io/is-default-class"
    return self["metadata"]?["annotations"]?[key] == "true"
  }
}
