import Objects

/// The producer of a hand-off comes before its consumer, on whatever cluster, and so does whoever has it filled.
func handedOffFirst(_ object: OrderedObject, _ index: ObjectIndex) -> [ObjectReference] {
  object.pending.flatMap(\.handOffs).flatMap { handOff -> [ObjectReference] in
    switch handOff.field {
    case .boundToken(let secret, _), .boundTokenExpiry(let secret, _):
      let producer = handOff.producer
      let anchor = ObjectReference(
        cluster: producer.cluster,
        .secret,
        namespace: producer.namespace,
        name: secret,
      )
      return [producer, anchor]
    case .admittedHost, .loadBalancerHost, .data, .text, .uid:
      return [handOff.producer] + index.fillers(of: handOff.producer)
    }
  }
}
