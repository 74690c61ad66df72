import Facts
package import FoundationEssentials

/// Looks into a bucket for the newest block of each owner: from the newest to older ones, many descriptions at once, and
/// no further than is needed.
package struct BlockLook: Sendable {
  /// How much it may take.
  package struct Limits: Sendable {
    /// Seconds before now, each behind the one before: a little is listed first, and most buckets need no more.
    package var spans: [TimeInterval]
    /// How many names of blocks are listed in one of these.
    package var names: Int
    /// How many descriptions are read.
    package var descriptions: Int
    /// Bytes of one: compaction makes them long, for each names all of its sources.
    package var size: Int
    /// How many requests may be under way at once.
    package var maximumInFlight: Int

    package init(
      spans: [TimeInterval] = [6 * 3_600, 3 * 86_400, 30 * 86_400],
      names: Int = 50_000,
      descriptions: Int = 5_000,
      size: Int = 1 << 20,
      maximumInFlight: Int = 32,
    ) {
      self.spans = spans
      self.names = names
      self.descriptions = descriptions
      self.size = size
      self.maximumInFlight = maximumInFlight
    }
  }

  private let client: S3Client
  private let prefix: String
  private let limits: Limits
  private let owner: @Sendable ([String: String]) -> String?

  /// - `prefix`: below which all keys are; empty, or with a slash at its end.
  /// - `owner`: whose a block is by its external labels; nil for nobody's that is looked for.
  package init(
    _ client: S3Client,
    prefix: String,
    limits: Limits = Limits(),
    owner: @escaping @Sendable ([String: String]) -> String?,
  ) {
    self.client = client
    self.prefix = prefix
    self.limits = limits
    self.owner = owner
  }

  /// The newest of each that is wanted, and of whomever else it came across.
  ///
  /// A compactor makes blocks of old samples anew, so the block that was made last need not be the newest: the look goes
  /// on to where none can be newer any more.
  package func newest(of wanted: Set<String>, at now: Date) async throws(S3Error) -> NewestBlocks {
    var found = NewestBlocks(since: now)
    var end: Date?
    for span in limits.spans {
      let start = now.addingTimeInterval(-span)
      guard let names = try await names(from: start, to: end) else {
        found.isCut = true
        return found
      }
      guard try await read(names, for: wanted, into: &found) else { return found }
      found.since = start
      if found.isSettled(for: wanted, before: start) { return found }
      end = start
    }
    return found
  }

  /// Whether all were read, the last first; not where none of the rest is needed, or may be taken.
  private func read(
    _ names: [String],
    for wanted: Set<String>,
    into found: inout NewestBlocks,
  ) async throws(S3Error) -> Bool {
    var left = names[...]
    while let last = left.last {
      let made = ULID.time(of: last[...]) ?? .distantFuture
      if found.isSettled(for: wanted, before: made) { return false }
      let batch = left.suffix(limits.maximumInFlight)
      guard found.read + batch.count <= limits.descriptions else {
        found.isCut = true
        return false
      }
      for (name, description) in try await describe(Array(batch)) {
        guard let end = description.end, let owner = owner(description.labels) else { continue }
        found.add(StoredBlock(name: name, end: end), of: owner)
      }
      found.read += batch.count
      left = left.dropLast(batch.count)
      found.since = batch.first.flatMap { ULID.time(of: $0[...]) } ?? found.since
    }
    return true
  }

  /// Blocks that were made from one moment on and before another, oldest first; nil where they are too many.
  private func names(from start: Date, to end: Date?) async throws(S3Error) -> [String]? {
    let limit = end.map(ULID.beginning)
    var names: [String] = []
    try await client.forEachFolder(below: prefix, after: prefix + ULID.beginning(at: start)) {
      guard ULID.isOne($0[...]) else { return true }
      if let limit, $0 >= limit { return false }
      names.append($0)
      return names.count <= limits.names
    }
    return names.count <= limits.names ? names : nil
  }

  /// Of those that have one that is no longer than it may be: what is being uploaded or deleted has none.
  private func describe(
    _ names: [String]
  ) async throws(S3Error) -> [(name: String, BlockDescription)] {
    let answers = await withTaskGroup(of: (String, Result<[UInt8]?, S3Error>).self) { group in
      for name in names {
        group.addTask {
          do throws(S3Error) {
            let key = "\(prefix)\(name)/meta.json"
            return (name, .success(try await client.object(key, limit: limits.size)))
          } catch {
            return (name, .failure(error))
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    var descriptions: [(name: String, BlockDescription)] = []
    for (name, answer) in answers {
      if case .failure(let error) = answer, error.isOfSize { continue }
      guard let bytes = try answer.get() else { continue }
      descriptions.append((name, BlockDescription(parsing: bytes)))
    }
    return descriptions
  }
}

extension S3Error {
  /// The answer is longer than it may be.
  fileprivate var isOfSize: Bool {
    guard case .transport(let error) = self, case .tooLarge = error.reason else { return false }
    return true
  }
}
