import Facts

/// Why something that a runbook has made is of no use to anybody any more.
package enum LeftoverReason: Fact, Hashable {
  /// A Secret where the fleet has a ConfigMap of the same name.
  case becameConfigMap
  /// A binding of accounts that the fleet has given what they need, or that nothing runs as.
  case grantsAgain
  /// An account as which nothing runs and to which only leftovers give rights.
  case unusedAccount
  /// A role that only leftovers give to anybody.
  case unusedRole
  /// A ServiceMonitor that chooses what one of the fleet's chooses.
  case choosesAgain

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case becameConfigMap = "leftover.became-config-map"
    case grantsAgain = "leftover.grants-again"
    case unusedAccount = "leftover.unused-account"
    case unusedRole = "leftover.unused-role"
    case choosesAgain = "leftover.chooses-again"
  }

  package var code: Code {
    switch self {
    case .becameConfigMap: .becameConfigMap
    case .grantsAgain: .grantsAgain
    case .unusedAccount: .unusedAccount
    case .unusedRole: .unusedRole
    case .choosesAgain: .choosesAgain
    }
  }
}
