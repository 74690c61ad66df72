import JSON
import Objects

/// Whatever answers for an API comes before the API: its Service, and the pods behind that.
///
/// An API that nobody answers for keeps the whole cluster from telling what it holds.
func answeredFirst(_ object: OrderedObject, _ index: ObjectIndex) -> [ObjectReference] {
  let service = object.body["spec"]?["service"]
  guard object.reference.kind == .apiService, let name = service?["name"]?.stringValue else {
    return []
  }
  let cluster = object.reference.cluster
  let place = ObjectReference(
    cluster: cluster,
    .service,
    namespace: service?["namespace"]?.stringValue,
    name: name,
  )
  let pods = index.objects(.deployment, on: cluster).map(\.reference).filter {
    $0.namespace == place.namespace && $0.name == name
  }
  return [place] + pods
}
