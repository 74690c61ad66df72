import Fleet

/// Which build a cluster ran at each step of a window.
struct BuildCourse: Hashable {
  /// In order; each was seen alone at some step.
  let builds: [Build]
  /// By step, a place in `builds`; nil where no version was told, or two.
  private let places: [Int?]
  /// How many steps told more than one version.
  let doubtful: Int

  /// From one series for each version that was told, whose values do not matter.
  init(_ series: [(version: String, course: Course)], platform: Platform, steps: Int) {
    var (seen, doubtful): ([String?], Int) = ([], 0)
    for step in 0..<steps {
      let told = Set(series.filter { $0.course[step] != nil }.map(\.version))
      seen.append(told.count == 1 ? told.first : nil)
      doubtful += told.count > 1 ? 1 : 0
    }
    let versions = Set(seen.compactMap(\.self))
    let builds = versions.map { Build(platform: platform, version: $0) }.sorted()
    self.builds = builds
    let order = Dictionary(uniqueKeysWithValues: zip(builds.map(\.version), builds.indices))
    places = seen.map { $0.flatMap { order[$0] } }
    self.doubtful = doubtful
  }

  /// Whether a build was run at a step.
  func ran(_ build: Build, at step: Int) -> Bool {
    guard places.indices.contains(step), let place = places[step] else { return false }
    return builds[place] == build
  }

  /// How many steps a build was run at.
  func steps(of build: Build) -> Int { places.count { $0.map { builds[$0] == build } ?? false } }
}
