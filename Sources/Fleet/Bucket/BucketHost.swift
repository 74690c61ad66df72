import YAML

/// Where a file's bucket is, as far as its endpoint tells: AWS where it names none.
struct BucketHost {
  /// In small letters, without a port.
  let name: String

  init(of source: FleetSource) {
    let endpoint = source.root["bucket"]?["endpoint"]?.scalar?.text.lowercased()
    name = endpoint.map { String($0.prefix { $0 != ":" }) } ?? "s3.amazonaws.com"
  }

  var isAWS: Bool { isWithin("amazonaws.com") || isWithin("amazonaws.com.cn") }

  /// A Service's name, which resolves within its cluster, or its namespace, alone.
  var isService: Bool { isWithin("svc") || isWithin("cluster.local") || !name.contains(".") }

  func isWithin(_ domain: String) -> Bool { name == domain || name.hasSuffix(".\(domain)") }
}
