/// Whether a bucket is named in the host or in the path of its URL, in Thanos' words.
package enum BucketLookupType: String, Hashable, Sendable, CaseIterable {
  case automatic = "auto"
  case path
  case virtualHosted = "virtual-hosted"
}
