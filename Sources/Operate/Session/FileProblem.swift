import Facts
internal import SystemPackage

/// Why a file on this machine cannot be read or written.
///
/// It says what was tried and for what; what to do about it follows from both, in the words.
package struct FileProblem: Error, Hashable, Fact {
  /// What was tried.
  package enum Work: Hashable, Sendable {
    case reading
    case writing
    /// Making the folder that the file is to stand in.
    case makingFolder
  }

  /// What the file is for; what to do next depends on it.
  package enum Role: Hashable, Sendable {
    case fleetFile
    /// What `collector.matchFile` names.
    case matchFile
    /// What `rules.files` names.
    case ruleFile
    /// What `hub.grafana.dashboards` names.
    case dashboard
    /// What `path` of an operator's bundle names.
    case bundle
    /// What `bucket.caFile` names.
    case bucketAuthority
    /// What `plan --out` writes and `apply` is given.
    case savedPlan
    /// What `--json-into` and its like write.
    case report
    /// What `report --history` is given.
    case usageReport
    /// A file or folder below `--output-dir`.
    case output
  }

  /// What the system says.
  package enum Cause: Hashable, Sendable {
    case missing
    case folderMissing
    case isFolder
    case forbidden
    case exists
    /// Of a folder: something else is in its way, or it may not be made.
    case unmakable
    /// Any other, in the C library's words.
    case other(String)
  }

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// There is no such file or folder.
    case missing = "file.missing"
    /// A folder stands where a file is meant.
    case isFolder = "file.is-folder"
    /// The permission is missing.
    case forbidden = "file.forbidden"
    /// It exists already, and may not be overwritten.
    case exists = "file.exists"
    case unusable = "file.unusable"
  }

  /// What was tried.
  package let work: Work
  /// What the file is for.
  package let role: Role
  /// As the person gave it, or as it is from the working folder.
  package let path: String
  /// What the system says.
  package let cause: Cause

  package init(_ work: Work, _ role: Role, path: String, cause: Cause) {
    self.work = work
    self.role = role
    self.path = path
    self.cause = cause
  }

  package var code: Code {
    switch cause {
    case .missing, .folderMissing: .missing
    case .isFolder: .isFolder
    case .forbidden: .forbidden
    case .exists: .exists
    case .unmakable, .other: .unusable
    }
  }
}

extension FileProblem {
  /// `error` is an `Errno`, which is all that the system's calls throw.
  init(_ work: Work, _ role: Role, path: String, _ error: any Error) {
    let cause: Cause =
      switch error as? Errno {
      case .noSuchFileOrDirectory: work == .reading ? .missing : .folderMissing
      case .isDirectory: .isFolder
      case .permissionDenied: .forbidden
      case .fileExists: .exists
      case let other: .other(other?.description ?? "\(error)")
      }
    self.init(work, role, path: path, cause: cause)
  }
}
