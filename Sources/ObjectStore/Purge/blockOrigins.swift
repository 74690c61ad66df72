import JSON

/// What blocks have in common that come from one writer.
package struct BlockOrigin: Hashable, Sendable, Comparable {
  /// Thanos' word for the writer, as `receive` or `compactor`.
  package let source: String
  /// The blocks' external labels, as `{cluster="a", stage="prod"}`.
  package let labels: String

  package static func < (left: BlockOrigin, right: BlockOrigin) -> Bool {
    (left.source, left.labels) < (right.source, right.labels)
  }

  /// - Parameter description: a block's `meta.json`; nil where it has none.
  init(_ description: [UInt8]?) {
    guard let description else {
      (source, labels) = ("unfinished", "{}")
      return
    }
    let told = BlockDescription(parsing: description)
    source = told.source.isEmpty ? "unknown" : told.source
    let pairs = told.labels.map { "\($0.key)=\(JSON.string($0.value).text())" }
    labels = "{\(pairs.sorted().joined(separator: ", "))}"
  }
}

/// How much there is of one origin.
package struct BlockTotals: Hashable, Sendable {
  /// How many blocks.
  package var blocks = 0
  /// How many objects they consist of.
  package var objects = 0
  /// How large these are together.
  package var bytes = 0

  mutating func add(_ other: BlockTotals) {
    blocks += other.blocks
    objects += other.objects
    bytes += other.bytes
  }
}

extension BucketPurge {
  /// Counts by who wrote the blocks, for which each block's description is read.
  package func origins(
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws(S3Error) -> (survey: BucketSurvey, origins: [BlockOrigin: BlockTotals]) {
    let survey = try await survey(memory: .max, progress: progress)
    var totals: [BlockOrigin: BlockTotals] = [:]
    var waiting: [(block: String, totals: BlockTotals)] = []
    func settle() async {
      for (item, origin) in zip(waiting, await describe(waiting.map(\.block))) {
        totals[origin, default: BlockTotals()].add(item.totals)
      }
      waiting = []
    }
    for object in (survey.found ?? ObjectList()).batches(of: S3Client.batchSize).joined() {
      guard let block = ThanosLayout.block(of: object.key.dropFirst(prefix.count)) else { continue }
      if waiting.last?.block != String(block) {
        if waiting.count >= maximumInFlight { await settle() }
        waiting.append((String(block), BlockTotals(blocks: 1)))
      }
      waiting[waiting.count - 1].totals.add(BlockTotals(objects: 1, bytes: object.size))
    }
    await settle()
    return (survey, totals)
  }

  private func describe(_ blocks: [String]) async -> [BlockOrigin] {
    await withTaskGroup(of: (Int, BlockOrigin).self) { group in
      for (number, block) in blocks.enumerated() {
        group.addTask {
          (number, BlockOrigin(try? await client.object("\(prefix)\(block)/meta.json")))
        }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
