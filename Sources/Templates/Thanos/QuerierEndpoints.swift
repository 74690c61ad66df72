import Fleet
import JSON
import Objects

/// The file that tells the querier whom to ask; it reads it again by itself.
extension ThanosSite {
  /// Shards, the topology's own endpoints, and the ruler where there is one.
  var querierEndpoints: Manifest {
    let ruler = design.ruler.map { _ in QueryEndpoint.pods(of: Part.ruler.name, in: namespace) }
    let all = storeGatewayEndpoints + endpoints + [ruler].compactMap(\.self)
    let file: Document = ["endpoints": .list(all.map(\.entry))]
    return site.manifest(
      .configMap,
      Self.endpointsFolder.volume,
      of: .querier,
      bindings: [Binding(FieldPath(keys: "data", Self.endpointsFile), file.yaml)],
    )
  }

  /// The file is read again when it changes.
  var endpointsArgument: String {
    "--endpoint.sd-config-file=\(Self.endpointsFolder.path)/\(Self.endpointsFile)"
  }

  /// With the authorities where an endpoint has one that is not known everywhere.
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

  /// Each once, in the endpoints' order.
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
