import Facts
package import Fleet
import FoundationEssentials
import Text

/// The fleet file that a run was given, with the files that it names.
package struct FleetFile: Sendable {
  /// As the person gave it.
  package let path: String

  /// The day on which it is read.
  private let today: CivilDay
  private let inputs: FleetInputs

  /// Reproducible builds and tests set `SOURCE_DATE_EPOCH`, the seconds since 1970 that count as now.
  package init(path: String, environment: [String: String]) {
    self.path = path
    inputs = FleetInputs(environment: environment, files: .local)
    let seconds =
      environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) } ?? Int(Date().timeIntervalSince1970)
    today = CivilDay(number: seconds / 86_400)
  }

  /// The view has shown what is wrong with the fleet file, and without it there is nothing to do.
  package struct Flawed: Error, Hashable, Fact {
    /// The codes of this topic.
    package enum Code: String, FactCode {
      /// The fleet file has errors, which have been told one by one.
      case flawed = "fleet.flawed"
    }

    package var code: Code { .flawed }
  }

  /// Reads the file and tells the view every problem in it.
  ///
  /// A run that has a bucket before its eyes, `facesBucket`, tells itself that it does not look at it.
  ///
  /// - Throws: `FileProblem`, `Flawed`, or what is wrong with another file that it names.
  package func load(_ view: any RunView, facesBucket: Bool = false) throws -> LoadedFleet {
    let reading = facesBucket ? try read().untold(.bucket(.unchecked)) : try read()
    view.show(.fleetFile(reading, path: path))
    guard let fleet = reading.fleet else { throw Flawed() }
    return LoadedFleet(fleet: try withNamedFiles(fleet), reading: reading, path: path)
  }

  /// The settings of a managed cluster, and where each comes from; nil for one that the file does not have.
  ///
  /// What cannot be read at all is told by `load`.
  package func settings(of cluster: String) throws(FileProblem) -> [ClusterSetting]? {
    let bytes = try LocalFile.read(path, as: .fleetFile, limit: Fleet.sizeLimit)
    return Fleet.settings(of: cluster, in: bytes, file: path, inputs)
  }

  /// Fleets that differ from the file's in one key alone, for the top of the file, the hub and these clusters.
  func variants(clusters: Set<String>) throws -> [FleetVariant] {
    let bytes = try LocalFile.read(path, as: .fleetFile, limit: Fleet.sizeLimit)
    return try Fleet.variants(of: bytes, file: path, clusters: clusters, inputs).map { variant in
      FleetVariant(key: variant.key, mark: variant.mark, fleet: try withNamedFiles(variant.fleet))
    }
  }

  /// With what the files hold that it names: selectors of collectors, rules, and dashboards.
  private func withNamedFiles(_ fleet: Fleet) throws -> Fleet {
    var fleet = fleet
    for file in fleet.matchFiles.sorted() {
      let bytes = try bytes(of: file, as: .matchFile)
      fleet = try fleet.matching(String(decoding: bytes, as: UTF8.self), of: file)
    }
    for file in fleet.ruleFiles.sorted() {
      fleet = try fleet.adding(rules: bytes(of: file, as: .ruleFile), of: file)
    }
    for file in try fleet.dashboardPaths.flatMap(dashboards) {
      fleet = try fleet.adding(dashboard: bytes(of: file, as: .dashboard), of: file)
    }
    return fleet
  }

  /// The file that a path names, or those of its folder.
  ///
  /// - Throws: `FileProblem`, or that the folder has none.
  private func dashboards(at path: String) throws -> [String] {
    let place = LocalFile.path(path, beside: self.path)
    guard LocalFile.isFolder(place) else { return [path] }
    let names = try LocalFile.names(in: place, as: .dashboard)
    let files = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    guard !files.isEmpty else { throw FleetProblem(.dashboard(.noFiles(path))) }
    let folder = path.hasSuffix("/") ? path : "\(path)/"
    return files.map { folder + $0 }
  }

  private func bytes(of file: String, as role: FileProblem.Role) throws(FileProblem) -> [UInt8] {
    try LocalFile.read(LocalFile.path(file, beside: path), as: role, limit: Fleet.sizeLimit)
  }

  private func read() throws(FileProblem) -> FleetReading {
    // A regular file's size is known without reading it; a pipe's shows on the way.
    if let size = LocalFile.size(path), size > Fleet.sizeLimit {
      return FleetReading(.tooLarge(path))
    }
    let bytes = try LocalFile.read(path, as: .fleetFile, limit: Fleet.sizeLimit)
    return Fleet.read(bytes, file: path, on: today, inputs)
  }
}
