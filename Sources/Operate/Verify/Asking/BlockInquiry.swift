import Fleet
import FoundationEssentials
package import ObjectStore
import Templates

/// Asks the fleet's bucket for the newest block of each cluster, with the keys that are at hand.
package struct BlockInquiry: Sendable {
  private let client: S3Client
  private let prefix: String
  private let isChecked: Bool
  /// After this the bucket is not waited for any more.
  private let patience: Duration

  /// - `prefix`: below which all keys are; empty, or with a slash at its end.
  /// - `isChecked`: whether the fleet file lets the bucket be looked at.
  package init(
    _ client: S3Client,
    prefix: String = "",
    isChecked: Bool = true,
    patience: Duration = .seconds(30),
  ) {
    self.client = client
    self.prefix = prefix
    self.isChecked = isChecked
    self.patience = patience
  }

  /// As the run has access to it.
  init(_ access: BucketAccess) {
    self.init(access.client, prefix: access.prefix, isChecked: access.bucket.isChecked)
  }

  /// nil for a fleet whose hub keeps nothing there.
  ///
  /// - `chosen`: the clusters whose blocks are looked for.
  func ask(
    _ arrivals: FleetArrivals,
    for chosen: [ClusterArrivals],
    at now: Date,
  ) async -> BucketAnswer? {
    guard let key = BlockKey(arrivals) else { return nil }
    guard isChecked else { return .switchedOff }
    return await withTaskGroup(of: BucketAnswer.self) { group in
      group.addTask { await look(key, for: chosen, at: now) }
      group.addTask {
        try? await Task.sleep(for: patience)
        return .slow(patience)
      }
      let first = await group.next()
      group.cancelAll()
      return first
    }
  }

  private func look(
    _ key: BlockKey,
    for chosen: [ClusterArrivals],
    at now: Date,
  ) async -> BucketAnswer {
    let look = BlockLook(client, prefix: prefix, owner: key.owner)
    let wanted = key.wanted(of: chosen)
    do throws(S3Error) {
      return .told(try await look.newest(of: wanted, at: now), wanted: wanted)
    } catch {
      return .unread(error)
    }
  }
}

/// What came of looking into the bucket.
enum BucketAnswer: Sendable {
  /// By the names of clusters, or by `BlockKey.all`.
  case told(NewestBlocks, wanted: Set<String>)
  case switchedOff
  case slow(Duration)
  case unread(S3Error)
}

/// Whose a block is, by its external labels.
struct BlockKey: Sendable {
  /// Whose blocks are of all clusters together; no cluster has this name.
  static let all = ""

  private let owners: BlockOwners
  private let names: [String]
  /// The names of clusters by the values of their labels, in the order of `names`.
  private let byLabels: [[String]: String]

  /// nil for a fleet whose hub keeps nothing in a bucket.
  init?(_ arrivals: FleetArrivals) {
    guard let owners = arrivals.blocks else { return nil }
    self.owners = owners
    names = arrivals.labels
    byLabels = Dictionary(
      arrivals.clusters.map { cluster in
        (arrivals.labels.map { cluster.value(of: $0) }, cluster.cluster)
      },
      uniquingKeysWith: { first, _ in first },
    )
  }

  /// nil for a block that is nobody's in the fleet, as the ruler's.
  func owner(of labels: [String: String]) -> String? {
    switch owners {
    case .labels: byLabels[names.map { labels[$0] ?? "" }]
    case .tenants(let tenants): labels[tenants.label].flatMap(tenants.cluster)
    case .shared(let label): labels[label].map { _ in Self.all }
    }
  }

  /// Whose newest block is to be found.
  func wanted(of clusters: [ClusterArrivals]) -> Set<String> {
    if case .shared = owners { [Self.all] } else { Set(clusters.map(\.cluster)) }
  }
}
