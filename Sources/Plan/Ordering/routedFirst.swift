import JSON
import Manifest

/// A Service comes before the Route that leads to it.
func routedFirst(_ object: OrderedObject) -> [ObjectReference] {
  guard object.reference.kind == .route, let name = object.body["spec"]?["to"]?["name"]?.stringValue
  else { return [] }
  return [object.neighbour(.service, name)]
}
