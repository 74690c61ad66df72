import Synchronization

/// What a purge would delete, and what it would not.
package struct BucketSurvey: Sendable {
  /// Objects; in a bucket with versions, versions and delete markers.
  package fileprivate(set) var objects = 0
  package fileprivate(set) var bytes = 0
  package fileprivate(set) var blocks = 0
  /// Unfinished uploads.
  package fileprivate(set) var uploads = 0
  /// Keys below the prefix that Thanos does not write.
  package fileprivate(set) var foreign = 0
  /// The first of these.
  package fileprivate(set) var foreignKeys: [String] = []
  /// What would go, where it is not too much to remember.
  fileprivate(set) var found: ObjectList? = ObjectList()

  /// Whether there is nothing to delete.
  package var isEmpty: Bool { objects == 0 && uploads == 0 }

  /// Adds one; `memory` is how many bytes may be remembered, beyond which all is forgotten.
  fileprivate mutating func add(_ object: S3Object, memory: Int) {
    objects += 1
    bytes += object.size
    found?.append(object)
    if let size = found?.size, size > memory { found = nil }
  }

  /// Adds what comes after it in the order of the keys.
  fileprivate mutating func add(_ other: BucketSurvey) {
    objects += other.objects
    bytes += other.bytes
    blocks += other.blocks
    foreign += other.foreign
    foreignKeys += other.foreignKeys.prefix(max(0, 10 - foreignKeys.count))
    if let more = other.found { found?.append(contentsOf: more) } else { found = nil }
  }

  /// Counted; the first few are remembered by name.
  fileprivate mutating func addForeign(_ key: String) {
    foreign += 1
    if foreignKeys.count < 10 { foreignKeys.append(key) }
  }
}

extension BucketPurge {
  /// Counts, with many parts of the bucket listed at once.
  ///
  /// What would go is remembered as long as it takes no more than `memory` bytes; else it is listed
  /// again when it is deleted.
  package func survey(
    memory: Int = 4 << 20,
    progress: @escaping @Sendable (Int) -> Void = { _ in },
  ) async throws(S3Error) -> BucketSurvey {
    let segments = try await segments()
    let tally = Tally(progress)
    let parts = await withTaskGroup(of: (Int, Result<BucketSurvey, S3Error>).self) { group in
      for (number, segment) in segments.enumerated() {
        group.addTask {
          (number, await survey(segment, memory: memory / segments.count, tally))
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    var whole = BucketSurvey()
    for number in segments.indices { if let part = try parts[number]?.get() { whole.add(part) } }
    try await forEachUpload { uploads throws(S3Error) in
      for upload in uploads {
        if goes(upload) { whole.uploads += 1 } else { whole.addForeign(upload.key) }
      }
    }
    return whole
  }

  /// Cuts the bucket between blocks, into parts that can be listed at once.
  private func segments() async throws(S3Error) -> [Segment] {
    var blocks = Milestones()
    try await client.forEachFolder(below: prefix) {
      blocks.pass($0)
      return true
    }
    // A zero comes right after the slash: these keys stand between a block and the next.
    let cuts = blocks.dividing(into: maximumInFlight, ofAtLeast: 50).map { "\(prefix)\($0)0" }
    return zip([nil] + cuts, cuts + [nil]).map { Segment(start: $0, end: $1) }
  }

  /// Keys behind one and up to another; nil is the end of the bucket.
  private struct Segment {
    let start: String?
    let end: String?

    func holds(_ key: String) -> Bool {
      !(start.map { !$0.isBefore(key) } ?? false) && !(end.map { $0.isBefore(key) } ?? false)
    }
  }

  private func survey(
    _ segment: Segment,
    memory: Int,
    _ tally: Tally,
  ) async -> Result<BucketSurvey, S3Error> {
    var survey = BucketSurvey()
    var block: Substring = ""
    do throws(S3Error) {
      try await forEachPage(after: segment.start) { objects throws(S3Error) in
        for object in objects where segment.holds(object.key) {
          guard goes(object.key) else {
            survey.addForeign(object.key)
            continue
          }
          survey.add(object, memory: memory)
          let current = ThanosLayout.block(of: object.key.dropFirst(prefix.count))
          if let current, current != block {
            (block, survey.blocks) = (current, survey.blocks + 1)
          }
        }
        tally.add(objects.count)
        return objects.last.map { segment.holds($0.key) } ?? false
      }
      return .success(survey)
    } catch {
      return .failure(error)
    }
  }

  /// Page by page.
  func forEachUpload(
    _ body: ([S3Upload]) async throws(S3Error) -> Void
  ) async throws(S3Error) {
    var page: S3Page<S3Upload>?
    repeat {
      let next = try await client.uploads(below: prefix, after: page)
      try await body(next.items)
      page = next
    } while page?.isLast == false && !Task.isCancelled
  }
}

/// Adds up what is counted in many places at once.
private final class Tally: Sendable {
  private let sum = Mutex(0)
  private let progress: @Sendable (Int) -> Void

  init(_ progress: @escaping @Sendable (Int) -> Void) { self.progress = progress }

  func add(_ count: Int) {
    let all = sum.withLock { sum in
      sum += count
      return sum
    }
    progress(all)
  }
}

extension String {
  /// In the order of their bytes, as S3 has it; Swift's own would take accents for the same.
  fileprivate func isBefore(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
