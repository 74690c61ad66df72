import Objects

/// A volume claim comes before the pods that use it; it cannot go while they run.
func claimFirst(_ object: OrderedObject, _ index: ObjectIndex) -> [ObjectReference] {
  guard object.isWorkload else { return [] }
  return index.objects(.persistentVolumeClaim, on: object.reference.cluster)
    .map(\.reference).filter { $0.namespace == object.reference.namespace }
}
