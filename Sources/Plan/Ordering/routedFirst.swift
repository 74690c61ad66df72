import JSON
import Manifest

/// A Service comes before the Route or Ingress that leads to it.
func routedFirst(_ object: OrderedObject) -> [ObjectReference] {
  switch object.reference.kind {
  case .route:
    [object.body["spec"]?["to"]?["name"]?.stringValue].compactMap { name in
      name.map { object.neighbour(.service, $0) }
    }
  case .ingress: object.backends.map { object.neighbour(.service, $0) }
  default: []
  }
}

extension OrderedObject {
  /// The Services that an Ingress leads to.
  fileprivate var backends: [String] {
    (body["spec"]?["rules"]?.arrayValue ?? []).flatMap { rule in
      (rule["http"]?["paths"]?.arrayValue ?? []).compactMap {
        $0["backend"]?["service"]?["name"]?.stringValue
      }
    }
  }
}
