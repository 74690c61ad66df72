import HTTP
import Text
import XML

/// One object, or one version of it, as a listing names it.
package struct S3Object: Hashable, Sendable {
  package let key: String
  /// nil in a bucket that has never kept versions.
  package let versionID: String?
  /// Bytes; none of a delete marker.
  package let size: Int

  package init(key: String, versionID: String? = nil, size: Int = 0) {
    self.key = key
    self.versionID = versionID
    self.size = size
  }
}

/// An upload in parts that was begun and not completed.
package struct S3Upload: Hashable, Sendable {
  package let key: String
  /// What the upload is aborted by.
  package let id: String
}

/// A part of a listing, and where the next part begins.
package struct S3Page<Item: Sendable>: Sendable {
  /// In the server's order.
  package let items: [Item]
  /// The query by which the next page is asked for; nil on the last one.
  let next: [String: String]?
  /// Hashes of the places where pages have begun: one that comes back would be listed for ever.
  fileprivate let passed: Set<Int>

  /// Whether nothing follows.
  package var isLast: Bool { next == nil }
}

/// What a listing is about: up to 1,000 items a page.
package struct S3Listing: Sendable {
  /// The current objects of a bucket that has never kept versions, or all versions and delete markers.
  package var includesVersions: Bool
  /// Below which keys are listed; empty for all.
  package var prefix: String
  /// How many items a page has at most; AWS gives no more than 1,000.
  package var pageSize: Int
  /// Only keys behind this one, in the order of their bytes.
  package var start: String?

  package init(
    includesVersions: Bool,
    prefix: String = "",
    pageSize: Int = 1000,
    start: String? = nil,
  ) {
    self.start = start
    self.includesVersions = includesVersions
    self.prefix = prefix
    self.pageSize = pageSize
  }
}

extension S3Client {
  /// The first page, or the one after another.
  package func page(
    of listing: S3Listing,
    after previous: S3Page<S3Object>? = nil,
  ) async throws(S3Error) -> S3Page<S3Object> {
    let operation =
      listing.includesVersions
      ? S3Operation(
        .get,
        ["versions": ""],
        needs: "s3:ListBucketVersions",
        gives: .document("ListVersionsResult"),
      ) : .listObjects
    let document = try await self.document(
      operation.listing(listing, limit: "max-keys", after: previous?.next)
    )
    let kinds = listing.includesVersions ? ["Version", "DeleteMarker"] : ["Contents"]
    return try page(document, kinds, operation, after: previous) { entry, key in
      S3Object(
        key: key,
        versionID: entry["VersionId"]?.text,
        size: Int(entry["Size"]?.text ?? "") ?? 0,
      )
    }
  }

  /// The first page of unfinished uploads, or the one after another.
  package func uploads(
    below prefix: String,
    after previous: S3Page<S3Upload>? = nil,
  ) async throws(S3Error) -> S3Page<S3Upload> {
    let operation = S3Operation(
      .get,
      ["uploads": ""],
      needs: "s3:ListBucketMultipartUploads",
      gives: .document("ListMultipartUploadsResult"),
    )
    let listing = S3Listing(includesVersions: false, prefix: prefix)
    let document = try await self.document(
      operation.listing(listing, limit: "max-uploads", after: previous?.next)
    )
    return try page(document, ["Upload"], operation, after: previous) { entry, key in
      S3Upload(key: key, id: entry["UploadId"]?.text ?? "")
    }
  }

  /// What stands before the first slash of the keys below a prefix and behind a key, in the order of its bytes, until
  /// `body` says that it has had enough.
  func forEachFolder(
    below prefix: String,
    after start: String? = nil,
    _ body: (String) -> Bool,
  ) async throws(S3Error) {
    var operation = S3Operation.listObjects
    operation.query["delimiter"] = "/"
    let listing = S3Listing(includesVersions: false, prefix: prefix, start: start)
    var page: S3Page<String>?
    repeat {
      let document = try await self.document(
        operation.listing(listing, limit: "max-keys", after: page?.next)
      )
      let next = try self.page(
        document,
        ["CommonPrefixes"],
        operation,
        after: page,
        keyField: "Prefix",
      ) { $1 }
      for item in next.items {
        guard body(String(item.dropFirst(prefix.count).prefix { $0 != "/" })) else { return }
      }
      page = next
    } while page?.isLast == false && !Task.isCancelled
  }

  /// One page, from where the last one ended.
  private func page<Item: Hashable>(
    _ document: XMLElement,
    _ kinds: [String],
    _ operation: S3Operation,
    after previous: S3Page<Item>?,
    keyField: String = "Key",
    _ item: (XMLElement, String) -> Item,
  ) throws(S3Error) -> S3Page<Item> {
    let isEncoded = document["EncodingType"]?.text == "url"
    func plain(_ text: String) throws(S3Error) -> String {
      guard isEncoded else { return text }
      guard let decoded = PercentEncoding.decode(text) else {
        throw .malformed(request: operation.permission, .badlyEncodedKey)
      }
      return decoded
    }
    var items: [Item] = []
    for entry in document.children where kinds.contains(entry.name) {
      items.append(item(entry, try plain(entry[keyField]?.text ?? "")))
    }
    if let first = previous?.items.first, first == items.first {
      throw .malformed(request: operation.permission, .endless)
    }
    guard document["IsTruncated"]?.text == "true" else {
      return S3Page(items: items, next: nil, passed: [])
    }
    var next: [String: String] = [:]
    for (field, parameter, isKey) in Self.markers {
      guard let marker = document[field]?.text, !marker.isEmpty else { continue }
      next[parameter] = isKey ? try plain(marker) : marker
    }
    guard !next.isEmpty else {
      throw .malformed(request: operation.permission, .withoutNextPage)
    }
    var passed = previous?.passed ?? []
    guard passed.insert(next.hashValue).inserted else {
      throw .malformed(request: operation.permission, .endless)
    }
    return S3Page(items: items, next: next, passed: passed)
  }

  /// How an answer says where the next page begins, how that is asked for, and whether it is a key.
  private static let markers = [
    ("NextContinuationToken", "continuation-token", false),
    ("NextKeyMarker", "key-marker", true),
    ("NextVersionIdMarker", "version-id-marker", false),
    ("NextUploadIdMarker", "upload-id-marker", false),
  ]
}

extension S3Operation {
  /// The current objects, up to 1,000 at a time (ListObjectsV2).
  static let listObjects = S3Operation(
    .get,
    ["list-type": "2"],
    needs: "s3:ListBucket",
    gives: .document("ListBucketResult"),
  )

  /// Keys come percent-encoded: some of their characters no XML can carry.
  fileprivate func listing(
    _ listing: S3Listing,
    limit: String,
    after marker: [String: String]?,
  ) -> S3Operation {
    var copy = self
    copy.query["encoding-type"] = "url"
    copy.query["prefix"] = listing.prefix
    copy.query[limit] = String(listing.pageSize)
    copy.query[query["versions"] == nil ? "start-after" : "key-marker"] = listing.start
    copy.query.merge(marker ?? [:]) { $1 }
    return copy
  }
}
