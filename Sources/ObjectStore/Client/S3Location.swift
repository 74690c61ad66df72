package import HTTP

/// Which bucket it is, and how to get to it.
package struct S3Location: Hashable, Sendable {
  /// Whether a bucket is named in the host or in the path.
  package enum Addressing: Hashable, Sendable {
    /// In the host on AWS, in the path elsewhere.
    case automatic
    case path
    case virtualHost
  }

  /// Its name.
  package var bucket: String
  /// As requests are signed for it.
  package var region: String
  /// Host, or host:port.
  package var endpoint: String
  /// Plain HTTP instead of TLS.
  package var isInsecure: Bool
  /// Where the name stands in URLs.
  package var addressing: Addressing
  /// Whom to trust.
  package var tls: TLSOptions
  /// The account that must own the bucket, if it is known; everything else is refused by the server.
  package var owner: String?

  package init(
    bucket: String,
    region: String,
    endpoint: String,
    isInsecure: Bool = false,
    addressing: Addressing = .automatic,
    tls: TLSOptions = TLSOptions(),
    owner: String? = nil,
  ) {
    self.bucket = bucket
    self.region = region
    self.endpoint = endpoint
    self.isInsecure = isInsecure
    self.addressing = addressing
    self.tls = tls
    self.owner = owner
  }

  /// The scheme, the host and the path of a key, or of the bucket itself.
  func place(of key: String?, in region: String) -> (scheme: String, host: String, path: String) {
    let scheme = isInsecure ? "http" : "https"
    let object = key.map { "/\($0)" } ?? "/"
    let host = host(in: region)
    return isNamedInHost
      ? (scheme, "\(bucket).\(host)", object) : (scheme, host, "/\(bucket)\(object)")
  }

  /// The bucket's own URL.
  var url: String {
    let place = place(of: nil, in: region)
    return "\(place.scheme)://\(place.host)\(place.path)"
  }

  /// Whether regions and names follow AWS' own rules.
  var isOnAWS: Bool {
    endpoint.hasSuffix(".amazonaws.com") || endpoint.hasSuffix(".amazonaws.com.cn")
  }

  /// A wildcard certificate covers one label, so names with dots go into the path.
  private var isNamedInHost: Bool {
    switch addressing {
    case .automatic: isOnAWS && !bucket.contains(".")
    case .path: false
    case .virtualHost: true
    }
  }

  /// AWS has a host for each region; elsewhere there is one host.
  private func host(in region: String) -> String {
    guard isOnAWS, endpoint == "s3.amazonaws.com" || endpoint.contains(".\(self.region).") else {
      return endpoint
    }
    if endpoint == "s3.amazonaws.com" { return "s3.\(region).amazonaws.com" }
    return endpoint.replacing(".\(self.region).", with: ".\(region).")
  }
}
