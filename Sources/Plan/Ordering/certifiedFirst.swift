import Objects

/// A certificate's Secret comes before what else needs the certificate, and an authority's before
/// those of the certificates that it signs.
func certifiedFirst(_ object: OrderedObject) -> [ObjectReference] {
  object.pending.flatMap { value -> [ObjectReference] in
    guard case .certificate(let certificate, _) = value else { return [] }
    return [certificate.secret] + [certificate.issuer?.secret].compactMap(\.self)
  }.filter { $0 != object.reference }
}
