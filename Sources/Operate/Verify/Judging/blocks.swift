import FoundationEssentials
import ObjectStore
import Templates

extension HubView {
  /// What the bucket has; nil where nobody has looked, or could.
  var blocks: NewestBlocks? {
    guard case .told(let blocks, _)? = answers.bucket else { return nil }
    return blocks
  }

  /// Whether all clusters' samples lie in the same blocks.
  private var sharesBlocks: Bool {
    if case .shared? = arrivals.blocks { true } else { false }
  }

  /// A cluster's newest block; nil where there is none, or it is not known whose a block is.
  func block(of cluster: ClusterArrivals) -> StoredBlock? {
    sharesBlocks ? nil : blocks?.blocks[cluster.cluster]
  }

  /// What the bucket has of a cluster, where its blocks are told from others'.
  ///
  /// - `isTold`: whether something else says already why nothing of it can have been uploaded.
  func blocks(of cluster: ClusterArrivals, isTold: Bool) -> [BlockFinding] {
    guard let blocks, !sharesBlocks else { return [] }
    let expects = !isTold && isEstablished(cluster)
    guard blocks.blocks[cluster.cluster] != nil || !blocks.isCut else { return [] }
    return [finding(blocks.blocks[cluster.cluster], isExpected: expects)]
  }

  /// What is true of the bucket as a whole.
  ///
  /// - `isTold`: whether something else says already that nothing reaches it.
  func bucketFindings(isTold: Bool) -> [BlockFinding] {
    switch answers.bucket {
    case nil: []
    case .switchedOff: [.switchedOff]
    case .slow(let duration): [.slow(seconds: Int(duration.components.seconds))]
    case .unread(let error): [.unread(error)]
    case .told(let blocks, let wanted):
      [look(blocks, for: wanted)] + (sharesBlocks ? shared(blocks, isTold: isTold) : [])
    }
  }

  private func look(_ blocks: NewestBlocks, for wanted: Set<String>) -> BlockFinding {
    let unknown = wanted.subtracting(blocks.blocks.keys)
    guard blocks.isCut, !unknown.isEmpty else { return .read(blocks.read, since: blocks.since) }
    return .cut(
      read: blocks.read,
      unknown: sharesBlocks ? arrivals.clusters.count : unknown.count,
    )
  }

  private func shared(_ blocks: NewestBlocks, isTold: Bool) -> [BlockFinding] {
    let block = blocks.blocks[BlockKey.all]
    guard block != nil || !blocks.isCut else { return [] }
    let expects = !isTold && arrivals.clusters.contains(where: isEstablished)
    return [finding(block, isExpected: expects)]
  }

  private func finding(_ block: StoredBlock?, isExpected: Bool) -> BlockFinding {
    guard let block else {
      return isExpected ? .missing(days: BlockAge.days, by: uploader) : .notYet
    }
    let age = answers.moment.timeIntervalSince(block.end)
    return isExpected && age > BlockAge.limit
      ? .late(block, seconds: Int(age), by: uploader) : .newest(block)
  }

  private var uploader: BlockFinding.Uploader { arrivals.hasUploaders ? .sidecar : .receive }

  /// Whether samples of it came so long ago that a block must have followed.
  private func isEstablished(_ cluster: ClusterArrivals) -> Bool {
    !(established?.own(cluster, of: arrivals.labels) ?? []).isEmpty
  }
}

/// How old a cluster's newest block may be.
enum BlockAge {
  /// Seconds from its end: the next is of two hours, is cut when half of one more has come, and is then uploaded.
  static let limit = 4.0 * 3_600
  /// How far back blocks are looked for.
  static let days = Int((BlockLook.Limits().spans.max() ?? 0) / 86_400)
}

extension NewestBlocks {
  /// Whether of anybody who is wanted there is no block, or only one that is older than it may be.
  func lacks(_ wanted: Set<String>, at now: Date) -> Bool {
    wanted.contains { owner in
      blocks[owner].map { now.timeIntervalSince($0.end) > BlockAge.limit } ?? !isCut
    }
  }
}
