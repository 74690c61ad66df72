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
    let thanos = (try? JSON(parsing: description))?["thanos"]
    let text = thanos?["source"]?.stringValue ?? ""
    source = text.isEmpty ? "unknown" : text
    let pairs = (thanos?["labels"]?.objectValue ?? [:]).map {
      "\($0.key)=\(JSON.string($0.value.stringValue ?? "").text())"
    }
    labels = "{\(pairs.sorted().joined(separator: ", "))}"
  }
}

/// How much there is of one origin.
package struct BlockTotals: Hashable, Sendable {
  package var blocks = 0
  package var objects = 0
  package var bytes = 0
}

extension BucketPurge {
  /// Counts by who wrote the blocks, for which each block's description is read.
  package func origins(
    progress: (BucketSurvey) -> Void = { _ in }
  ) async throws(S3Error) -> (survey: BucketSurvey, origins: [BlockOrigin: BlockTotals]) {
    var totals: [BlockOrigin: BlockTotals] = [:]
    var waiting: [(block: String, objects: Int, bytes: Int)] = []
    func settle() async {
      let known = await describe(waiting.map(\.block))
      for (item, origin) in zip(waiting, known) {
        totals[origin, default: BlockTotals()].blocks += 1
        totals[origin, default: BlockTotals()].objects += item.objects
        totals[origin, default: BlockTotals()].bytes += item.bytes
      }
      waiting = []
    }
    let survey = try await survey(progress: progress) { block, objects, bytes in
      waiting.append((block, objects, bytes))
      if waiting.count >= maximumInFlight { await settle() }
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
