import Objects
import Text

/// Which clusters of a fleet have the same objects, but for the clusters' own names.
struct Alike {
  /// The hub first, then the others in the order of the fleet; alike ones together.
  let groups: [[String]]
  private let places: [String: Int]
  private let mark: String

  /// `folds`: whether alike clusters come together; else each stands for itself.
  init(_ manifests: [Manifest], clusters: [String], hub: String, mark: String, folds: Bool) {
    let byCluster = Dictionary(grouping: manifests, by: \.reference.cluster)
    var known: [[Trait]: Int] = [:]
    var groups: [[String]] = [[hub]]
    for cluster in clusters where cluster != hub {
      let traits = (byCluster[cluster] ?? []).map { Trait($0, naming: cluster, as: mark) }
      if folds, let place = known[traits] {
        groups[place].append(cluster)
      } else {
        known[traits] = groups.count
        groups.append([cluster])
      }
    }
    self.groups = groups
    self.mark = mark
    places = Dictionary(
      groups.enumerated().flatMap { place, names in names.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first },
    )
  }

  /// What two clusters must have in common to be told as one.
  private struct Trait: Hashable {
    let object: ObjectReference
    let handOffs: [HandOff]

    init(_ manifest: Manifest, naming cluster: String, as mark: String) {
      object = manifest.reference.naming(cluster, as: mark)
      handOffs = manifest.bindings.flatMap(\.values).flatMap(\.handOffs)
        .map {
          HandOff(
            from: $0.producer.naming(cluster, as: mark),
            $0.field.naming(cluster, as: mark),
          )
        }
    }
  }

  /// The frame in which an object stands; nil for one of a cluster that is not of the fleet.
  func group(of object: ObjectReference) -> Int? { places[object.cluster] }

  /// What an object is one of: the same for each of alike clusters, and for what the hub has for each of them.
  func kin(of object: ObjectReference) -> Kin {
    let namesake = object.cluster == groups[0][0] ? cluster(namedIn: object.name) : object.cluster
    guard let namesake, let place = places[namesake], groups[place].count > 1 else {
      return Kin(object: object, group: nil)
    }
    return Kin(object: object.naming(namesake, as: mark), group: place)
  }

  /// Objects of one kin are one box.
  struct Kin: Hashable {
    /// With a mark where its cluster's name stood.
    let object: ObjectReference
    /// The alike clusters for each of which there is one; nil where it stands for itself.
    let group: Int?
  }

  /// The longest name of a cluster that stands between other signs than letters and digits.
  private func cluster(namedIn name: String) -> String? {
    let starts = name.indices.filter {
      $0 == name.startIndex || !name[name.index(before: $0)].isWord
    }
    let ends = name.indices.map { name.index(after: $0) }
      .filter { $0 == name.endIndex || !name[$0].isWord }
    return starts.flatMap { start in ends.filter { $0 > start }.map { String(name[start..<$0]) } }
      .filter { places[$0] != nil }.max { $0.count < $1.count }
  }
}

extension Character {
  fileprivate var isWord: Bool { isLetter || isNumber }
}
