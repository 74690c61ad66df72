import JSON

/// Which objects of a kind a list or watch is about.
struct ObjectFilter: Sendable {
  let resource: Resource
  /// Nil for all namespaces.
  let namespace: String?
  private let labels: LabelSelector?
  private let fields: FieldSelector?

  /// A name in the path counts as a field selector; throws a 400 for a selector that cannot be
  /// read.
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
    if let name {
      fields = FieldSelector(name: name)
    } else if let text = query["fieldSelector"] {
      fields = try FieldSelector(text, resource)
    } else {
      fields = nil
    }
  }

  /// Whether an object is in the namespace and chosen by both selectors.
  func matches(_ object: JSON) -> Bool {
    (namespace == nil || object.namespace == namespace)
      && labels?.matches(object) ?? true && fields?.matches(object) ?? true
  }
}
