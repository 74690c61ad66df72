package import Fleet
internal import SystemPackage

extension IncludedFiles {
  /// Those of this machine, each relative to the folder of the file that names it.
  package static let local = IncludedFiles(
    path: { name, includer in
      FilePath(LocalFile.path(name, beside: includer)).lexicallyNormalized().string
    },
    read: { path, limit in
      do throws(FileProblem) {
        return .success(try LocalFile.read(path, as: .fleetFile, limit: limit))
      } catch {
        return .failure(IncludeProblem.Cause(error.cause))
      }
    },
  )
}

extension IncludeProblem.Cause {
  /// Of a file that is read; some causes are of writing alone.
  fileprivate init(_ cause: FileProblem.Cause) {
    self =
      switch cause {
      case .missing, .folderMissing, .exists, .unmakable: .missing
      case .isFolder: .isFolder
      case .forbidden: .forbidden
      case .other(let words): .other(words)
      }
  }
}
