import Testing

@testable import ObjectStore

struct LocationTests {
  @Test(arguments: [
    ("s3.us-east-2.amazonaws.com", "metrics", "https://metrics.s3.us-east-2.amazonaws.com/a b"),
    // A wildcard certificate covers one label.
    (
      "s3.us-east-2.amazonaws.com", "my.metrics",
      "https://s3.us-east-2.amazonaws.com/my.metrics/a b",
    ),
    ("s3.amazonaws.com", "metrics", "https://metrics.s3.us-east-2.amazonaws.com/a b"),
    ("minio.example.com:9000", "metrics", "https://minio.example.com:9000/metrics/a b"),
    (
      "s3.us-east-2.amazonaws.com.cn", "metrics",
      "https://metrics.s3.us-east-2.amazonaws.com.cn/a b",
    ),
  ])
  func `a key is in the host on AWS and in the path elsewhere`(
    endpoint: String,
    bucket: String,
    expected: String,
  ) {
    let location = S3Location(bucket: bucket, region: "us-east-2", endpoint: endpoint)
    let place = location.place(of: "a b", in: "us-east-2")
    #expect("\(place.scheme)://\(place.host)\(place.path)" == expected)
  }

  @Test func `another region has another host on AWS alone`() {
    var location = S3Location(
      bucket: "metrics",
      region: "us-east-2",
      endpoint: "s3.us-east-2.amazonaws.com",
    )
    #expect(location.place(of: nil, in: "eu-west-1").host == "metrics.s3.eu-west-1.amazonaws.com")
    location.endpoint = "minio.us-east-2.example.com"
    #expect(location.place(of: nil, in: "eu-west-1").host == "minio.us-east-2.example.com")
    location.addressing = .virtualHost
    #expect(
      location.place(of: nil, in: "eu-west-1").host == "metrics.minio.us-east-2.example.com"
    )
  }
}
