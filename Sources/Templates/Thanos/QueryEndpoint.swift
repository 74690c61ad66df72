import Fleet
import JSON
import Objects

/// Where the querier finds series.
struct QueryEndpoint {
  /// Host and port, or a name to look up in DNS, as Thanos has them.
  let address: [Binding.Part]
  /// nil for one that is asked in plain text.
  var encryption: Encryption?

  struct Encryption {
    /// The name that must be in the certificate.
    let serverName: String
    /// A Secret on the hub that holds the authority to trust; nil for those that every system trusts.
    var authority: String?
  }

  /// Every pod behind a headless Service.
  static func pods(of service: String, in namespace: String) -> Self {
    Self(address: [.text("dnssrv+_grpc._tcp.\(service).\(namespace).svc")])
  }
}

extension QueryEndpoint {
  /// Where the querier's pods find the clusters' authorities.
  static let authorities = Mount(volume: "cluster-authorities", path: "/etc/thanos/authorities")

  /// An entry of the querier's file.
  var entry: Document {
    .fields(["address": .joined(address), "client_config": encryption?.settings])
  }
}

extension QueryEndpoint.Encryption {
  fileprivate var settings: Document {
    let file = authority.map { "\(QueryEndpoint.authorities.path)/\($0).crt" }
    return [
      "server_name": .text(serverName),
      "tls_config": .fields(["enabled": true, "ca_file": file.map(Document.text)]),
    ]
  }
}
