import HTTP
import XML

extension S3Client {
  /// The bucket's tags; none where it has never had any.
  package func tags() async throws(S3Error) -> [String: String] {
    let document: XMLElement
    do throws(S3Error) {
      document = try await self.document(
        S3Operation(
          .get,
          ["tagging": ""],
          needs: "s3:GetBucketTagging",
          gives: .document("Tagging"),
        )
      )
    } catch {
      guard error.serverCode == "NoSuchTagSet" || error.serverCode == "NoSuchTagSetError" else {
        throw error
      }
      return [:]
    }
    let tags = document["TagSet"]?.all("Tag") ?? []
    return tags.reduce(into: [:]) { result, tag in
      result[tag["Key"]?.text ?? ""] = tag["Value"]?.text ?? ""
    }
  }

  /// Replaces all tags of the bucket.
  package func setTags(_ tags: [String: String]) async throws(S3Error) {
    let set = tags.sorted { $0.key < $1.key }.map { tag in
      XMLElement(
        "Tag",
        children: [XMLElement("Key", text: tag.key), XMLElement("Value", text: tag.value)],
      )
    }
    let body = XMLElement("Tagging", children: [XMLElement("TagSet", children: set)])
    _ = try await send(
      S3Operation(.put, ["tagging": ""], needs: "s3:PutBucketTagging").body(body.document() ?? [])
    )
  }
}
