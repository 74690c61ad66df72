/// What has been done to the bucket.
package typealias BucketProgress = String
