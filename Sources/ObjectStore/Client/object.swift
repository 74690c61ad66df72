import HTTP

extension S3Client {
  /// The bytes of an object; nil where there is none.
  ///
  /// - `limit`: bytes beyond which it is refused as too large; nil for those of any answer.
  package func object(_ key: String, limit: Int? = nil) async throws(S3Error) -> [UInt8]? {
    var operation = S3Operation(.get, needs: "s3:GetObject", gives: .bytes).key(key)
    operation.sizeLimit = limit
    do throws(S3Error) {
      return try await send(operation).body
    } catch {
      guard error.serverCode == "NoSuchKey" else { throw error }
      return nil
    }
  }
}
