import Objects

/// A namespace comes before what it contains.
func namespaceFirst(_ object: OrderedObject) -> [ObjectReference] {
  guard let namespace = object.reference.namespace else { return [] }
  return [ObjectReference(cluster: object.reference.cluster, .namespace, name: namespace)]
}
