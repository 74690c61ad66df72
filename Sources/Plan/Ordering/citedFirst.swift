import JSON
import Objects

/// The fleet's Secrets of a namespace come before a text there that others write too: the part may name
/// them, and the platform refuses all of its settings where one names a Secret that is missing.
func citedFirst(_ object: OrderedObject, _ index: ObjectIndex) -> [ObjectReference] {
  guard object.isShared else { return [] }
  return index.objects(.secret, on: object.reference.cluster).map(\.reference)
    .filter { $0.namespace == object.reference.namespace }
}
