import JSON

/// Which objects of a kind a list or watch is about.
struct ObjectFilter: Sendable {
  let resource: Resource
  let namespace: String?
  private let labels: LabelSelector?
  private let fields: FieldSelector?

  init(
    _ resource: Resource,
    in namespace: String?,
    name: String? = nil,
    _ query: Query,
  ) throws(APIStatus) {
    self.resource = resource
    self.namespace = namespace
    if let text = query["labelSelector"] {
      labels = try LabelSelector(text)
    } else {
      labels = nil
    }
    let named = name.map { "metadata.name=\($0)" }
    fields = (named ?? query["fieldSelector"]).map(FieldSelector.init)
  }

  func matches(_ object: JSON) -> Bool {
    (namespace == nil || object.namespace == namespace)
      && labels?.matches(object) ?? true && fields?.matches(object) ?? true
  }
}
