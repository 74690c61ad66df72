import Objects

/// A volume claim comes before the pods that use it; it cannot go while they run.
///
/// A claim that only grows is no reason to wait: some volumes grow only with the next start of their pod.
func claimFirst(_ object: OrderedObject, _ index: ObjectIndex) -> [ObjectReference] {
  guard object.isWorkload else { return [] }
  return index.objects(.persistentVolumeClaim, on: object.reference.cluster)
    .filter { $0.label(WellKnown.fleetLabel) != nil || !$0.isDesired }
    .map(\.reference).filter { $0.namespace == object.reference.namespace }
}
