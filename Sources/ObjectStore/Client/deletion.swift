import HTTP
import XML

/// An object that the server did not delete, and why.
package struct S3Undeleted: Hashable, Sendable {
  /// The object that stays.
  package let key: String
  /// S3's word for the reason.
  package let code: String
  /// The server's sentence.
  package let message: String
}

extension S3Client {
  /// How many objects one request may delete.
  package static let batchSize = 1000

  /// Deletes up to `batchSize` objects; those that have gone already count as deleted.
  ///
  /// - Returns: those that the server kept.
  package func delete(_ objects: [S3Object]) async throws(S3Error) -> [S3Undeleted] {
    let inBatch = objects.filter { XMLText.isCarried($0.key) }
    var undeleted: [S3Undeleted] = []
    // What XML cannot name is deleted by its URL.
    for object in objects where !XMLText.isCarried(object.key) { try await deleteOne(object) }
    guard !inBatch.isEmpty else { return undeleted }
    let body = XMLElement(
      "Delete",
      children: [XMLElement("Quiet", text: "true")] + inBatch.map(\.element),
    )
    let operation = S3Operation(
      .post,
      ["delete": ""],
      needs: "s3:DeleteObject",
      gives: .document("DeleteResult"),
    )
    let answer = try await document(operation.body(body.document() ?? []))
    for error in answer.all("Error") where error["Code"]?.text != "NoSuchKey" {
      undeleted.append(
        S3Undeleted(
          key: error["Key"]?.text ?? "",
          code: error["Code"]?.text ?? "",
          message: error["Message"]?.text ?? "",
        )
      )
    }
    return undeleted
  }

  /// For servers that do not know batches.
  private func deleteOne(_ object: S3Object) async throws(S3Error) {
    var operation = S3Operation(.delete, needs: "s3:DeleteObject").key(object.key)
    operation.query["versionId"] = object.versionID
    _ = try await send(operation)
  }

  /// Gives an unfinished upload up; one that has gone already is none.
  package func abort(_ upload: S3Upload) async throws(S3Error) {
    let operation = S3Operation(
      .delete,
      ["uploadId": upload.id],
      needs: "s3:AbortMultipartUpload",
    )
    do throws(S3Error) {
      _ = try await send(operation.key(upload.key))
    } catch {
      guard error.serverCode == "NoSuchUpload" else { throw error }
    }
  }
}

extension S3Object {
  /// As the batch's document has it.
  fileprivate var element: XMLElement {
    let version = versionID.map { [XMLElement("VersionId", text: $0)] } ?? []
    return XMLElement("Object", children: [XMLElement("Key", text: key)] + version)
  }
}
