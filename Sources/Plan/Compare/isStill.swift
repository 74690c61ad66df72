package import JSON

extension JSON {
  /// Whether doing what was planned for an earlier form of this object would do the same to it now.
  ///
  /// What others write meanwhile, as a status or a controller's annotation, does not matter; a field that
  /// the fleet asks for, or that hands own and lose, does.
  package func isStill(_ planned: JSON, desired: JSON, isOurs: Bool) -> Bool {
    let taken = Set(reclaimable(in: self, desired: desired, isOurs: isOurs))
    guard taken == Set(reclaimable(in: planned, desired: desired, isOurs: isOurs)) else {
      return false
    }
    return Difference.between(planned, and: self).allSatisfy { difference in
      desired[difference.path] == nil && !taken.contains { difference.path.hasPrefix($0) }
    }
  }
}
