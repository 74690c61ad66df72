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

/// The file that tells the querier whom to ask; it reads it again by itself.
extension ThanosSite {
  var querierEndpoints: Manifest {
    let ruler = design.ruler.map { _ in QueryEndpoint.pods(of: Part.ruler.name, in: namespace) }
    let lines = (storeGatewayEndpoints + endpoints + [ruler].compactMap(\.self)).flatMap(\.lines)
    let path = FieldPath(keys: "data", Self.endpointsFile)
    return site.manifest(
      .configMap,
      Self.endpointsFolder.volume,
      of: .querier,
      bindings: [Binding(path, [.text("endpoints:\n")] + lines)],
    )
  }

  var endpointsArgument: String {
    "--endpoint.sd-config-file=\(Self.endpointsFolder.path)/\(Self.endpointsFile)"
  }

  var endpointMounts: [Mount] {
    [Self.endpointsFolder] + (authorities.isEmpty ? [] : [QueryEndpoint.authorities])
  }

  var endpointVolumes: [JSON] {
    let volume = configVolume(Self.endpointsFolder.volume, configMap: Self.endpointsFolder.volume)
    return [volume] + (authorities.isEmpty ? [] : [authoritiesVolume])
  }

  private static let endpointsFolder = Mount(
    volume: "thanos-querier-endpoints",
    path: "/etc/thanos/endpoints",
  )
  private static let endpointsFile = "endpoints.yaml"

  private var authorities: [String] { endpoints.compactMap(\.encryption?.authority) }

  /// All authorities in one folder, for a volume's name is too short to hold a cluster's.
  private var authoritiesVolume: JSON {
    let sources = authorities.map { authority -> JSON in
      let item: JSON = [
        "key": .string(ClusterAuthority.key), "path": .string("\(authority).crt"),
      ]
      return ["secret": ["name": .string(authority), "items": [item]]]
    }
    return [
      "name": .string(QueryEndpoint.authorities.volume),
      "projected": ["sources": .array(sources)],
    ]
  }
}

extension QueryEndpoint {
  fileprivate static let authorities = Mount(
    volume: "cluster-authorities",
    path: "/etc/thanos/authorities",
  )

  /// In quotes, for an address of IPv6 begins with a bracket.
  fileprivate var lines: [Binding.Part] {
    [.text("- address: \"")] + address + [.text("\"\n")]
      + (encryption.map { [.text($0.lines)] } ?? [])
  }
}

extension QueryEndpoint.Encryption {
  fileprivate var lines: String {
    let file = authority.map { "      ca_file: \(QueryEndpoint.authorities.path)/\($0).crt\n" }
    return """
        client_config:
          server_name: \(JSON.string(serverName).text())
          tls_config:
            enabled: true
      \(file ?? "")
      """
  }
}
