import JSON
import Objects

/// A Service comes before the Route or Ingress that leads to it.
func routedFirst(_ object: OrderedObject) -> [ObjectReference] {
  let spec = object.body["spec"]
  let names: [JSON?] =
    switch object.reference.kind {
    case .route: [spec?["to"]?["name"]]
    case .ingress: backends(of: spec).map { $0["service"]?["name"] }
    default: []
    }
  return names.compactMap { $0?.stringValue }.map { object.neighbour(.service, $0) }
}

private func backends(of ingress: JSON?) -> [JSON] {
  (ingress?["rules"]?.arrayValue ?? [])
    .flatMap { $0["http"]?["paths"]?.arrayValue ?? [] }
    .compactMap { $0["backend"] }
}
