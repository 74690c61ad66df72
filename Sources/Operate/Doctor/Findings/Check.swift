/// What `doctor` looks at, in the order in which it is told.
package enum Check: String, Hashable, Sendable, CaseIterable {
  /// Whether the cluster answers, and how.
  case reach
  /// Whether it is the cluster that it was.
  case identity
  /// Whether clocks agree.
  case clock
  /// Whether the kubeconfig's user may do what is needed.
  case rights
  /// Whether the kinds, and the operators in catalogues, that the fleet needs are there.
  case kinds
  /// Whether the storage classes that are asked for are there.
  case storage
  /// The same of classes of Ingresses.
  case ingress
  /// Whether what the fleet names and does not make is there: Secrets, ConfigMaps and PriorityClasses.
  case supplies
  /// When certificates end.
  case certificates
  /// When tokens end, and whether they are accepted.
  case tokens
  /// Whether the fleet's objects are there and do what they are for.
  case objects
  /// Whether anything is known to keep pods from the hub.
  case egress
  /// Whether a run that has died has left the fleet locked.
  case lock
  /// Whether the bucket is there and can be used.
  case bucket
}

/// How much a finding matters; the worst of a check's is the check's.
package enum Gravity: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// As it should be.
  case well
  /// It cannot be told from here.
  case untold
  /// Nothing is kept from working today.
  case warning
  /// Something does not work, or would not.
  case error

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
