/// What a purge would delete, and what it would not.
package struct BucketSurvey: Hashable, Sendable {
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

  package var isEmpty: Bool { objects == 0 && uploads == 0 }

  fileprivate mutating func addForeign(_ key: String) {
    foreign += 1
    if foreignKeys.count < 10 { foreignKeys.append(key) }
  }
}

extension BucketPurge {
  /// Counts, and tells `perBlock` of each block: its ULID, its objects and their bytes.
  package func survey(
    progress: (BucketSurvey) -> Void = { _ in },
    perBlock: ((String, Int, Int) async -> Void)? = nil,
  ) async throws(S3Error) -> BucketSurvey {
    var survey = BucketSurvey()
    var block: (name: Substring, objects: Int, bytes: Int) = ("", 0, 0)
    try await forEachPage { objects throws(S3Error) in
      for object in objects {
        let name = object.key.dropFirst(prefix.count)
        guard goes(object.key) else {
          survey.addForeign(object.key)
          continue
        }
        survey.objects += 1
        survey.bytes += object.size
        guard let current = ThanosLayout.block(of: name) else { continue }
        if current != block.name {
          if block.objects > 0 { await perBlock?(String(block.name), block.objects, block.bytes) }
          survey.blocks += 1
          block = (current, 0, 0)
        }
        block.objects += 1
        block.bytes += object.size
      }
      progress(survey)
    }
    if block.objects > 0 { await perBlock?(String(block.name), block.objects, block.bytes) }
    try await forEachUpload { uploads throws(S3Error) in
      for upload in uploads {
        if goes(upload.key) { survey.uploads += 1 } else { survey.addForeign(upload.key) }
      }
    }
    return survey
  }

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
