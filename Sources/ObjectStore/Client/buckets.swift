import HTTP
import XML

extension S3Client {
  /// Whether the bucket is there, where it is, and whether it may be listed.
  ///
  /// Asks for one key below the prefix: unlike that of HEAD, the answer says what is wrong.
  package func check(prefix: String = "") async throws(S3Error) {
    var operation = S3Operation.listObjects
    operation.query["max-keys"] = "1"
    operation.query["prefix"] = prefix
    _ = try await send(operation)
  }

  /// The key whose uploads are fedctl's own.
  static let writeCheckKey = "fedctl-write-check"

  /// Begins an upload and gives it up: whether objects may be written, without writing one.
  ///
  /// Some servers begin it and then answer with an error, so what stands under the key is given up then too.
  package func checkWriting(below prefix: String) async throws(S3Error) {
    let key = prefix + Self.writeCheckKey
    do throws(S3Error) {
      let answer = try await document(
        S3Operation(
          .post,
          ["uploads": ""],
          needs: "s3:PutObject",
          gives: .document("InitiateMultipartUploadResult"),
        ).key(key)
      )
      guard let id = answer["UploadId"]?.text else {
        throw .malformed(request: "s3:PutObject", .withoutUploadID)
      }
      try await abort(S3Upload(key: key, id: id))
    } catch {
      // The error is what is told; what cannot be given up now goes with a purge.
      try? await abortUploads(of: key)
      throw error
    }
  }

  /// Gives up all uploads of exactly one key.
  private func abortUploads(of key: String) async throws(S3Error) {
    var page: S3Page<S3Upload>?
    repeat {
      let next = try await uploads(below: key, after: page)
      for upload in next.items where upload.key == key { try await abort(upload) }
      page = next
    } while page?.isLast == false && !Task.isCancelled
  }

  /// Makes the bucket, private and encrypted as far as the server knows of such things.
  package func create() async throws(S3Error) {
    // AWS refuses us-east-1 as a constraint: it is what stands there without one.
    let body = location.region == "us-east-1" ? [] : constraint
    do throws(S3Error) {
      _ = try await send(S3Operation(.put, needs: "s3:CreateBucket").body(body))
    } catch {
      guard error.serverCode == "BucketAlreadyOwnedByYou" else { throw error }
    }
  }

  private var constraint: [UInt8] {
    XMLElement(
      "CreateBucketConfiguration",
      children: [XMLElement("LocationConstraint", text: location.region)],
    ).document() ?? []
  }

  /// Keeps everybody out who has no permission of their own; false where the server knows no such thing.
  package func blockPublicAccess() async throws(S3Error) -> Bool {
    let names = [
      "BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets",
    ]
    return try await configure(
      "publicAccessBlock",
      XMLElement(
        "PublicAccessBlockConfiguration",
        children: names.map { XMLElement($0, text: "true") },
      ),
      needs: "s3:PutBucketPublicAccessBlock",
    )
  }

  /// Encrypts new objects with the server's own keys; false where the server knows no such thing.
  package func encrypt() async throws(S3Error) -> Bool {
    let standard = XMLElement(
      "ApplyServerSideEncryptionByDefault",
      children: [XMLElement("SSEAlgorithm", text: "AES256")],
    )
    return try await configure(
      "encryption",
      XMLElement(
        "ServerSideEncryptionConfiguration",
        children: [XMLElement("Rule", children: [standard])],
      ),
      needs: "s3:PutEncryptionConfiguration",
    )
  }

  func stopEncrypting() async throws(S3Error) {
    _ = try await send(
      S3Operation(.delete, ["encryption": ""], needs: "s3:PutEncryptionConfiguration")
    )
  }

  private func configure(
    _ name: String,
    _ configuration: XMLElement,
    needs permission: String,
  ) async throws(S3Error) -> Bool {
    let operation = S3Operation(.put, [name: ""], needs: permission)
    do throws(S3Error) {
      _ = try await send(operation.body(configuration.document() ?? []))
      return true
    } catch {
      guard error.isNotImplemented else { throw error }
      return false
    }
  }

  /// nil where versions have never been kept.
  package func versioning() async throws(S3Error) -> String? {
    let operation = S3Operation(
      .get,
      ["versioning": ""],
      needs: "s3:GetBucketVersioning",
      gives: .document("VersioningConfiguration", or: ["GetBucketVersioningResponse"]),
    )
    return try await document(operation)["Status"]?.text
  }

  /// Whether the bucket was made with Object Lock, under which versions may refuse to go.
  package func hasObjectLock() async throws(S3Error) -> Bool {
    let operation = S3Operation(
      .get,
      ["object-lock": ""],
      needs: "s3:GetBucketObjectLockConfiguration",
      gives: .document("ObjectLockConfiguration"),
    )
    do throws(S3Error) {
      return try await document(operation)["ObjectLockEnabled"]?.text == "Enabled"
    } catch {
      guard error.serverCode == "ObjectLockConfigurationNotFoundError" || error.isNotImplemented
      else {
        throw error
      }
      return false
    }
  }

  /// Deletes the bucket, which must be empty; true also where it has gone already.
  package func deleteBucket() async throws(S3Error) {
    do throws(S3Error) {
      _ = try await send(S3Operation(.delete, needs: "s3:DeleteBucket"))
    } catch {
      guard error.isMissingBucket else { throw error }
    }
  }
}
