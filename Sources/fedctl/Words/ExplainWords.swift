import Diagnostics
import Facts
import Fleet
import JSON
import Objects
import Templates
import Text

/// What is said around keys and settings that are explained.
enum ExplainWords {
  static let example = "example:"
  static let keys = "keys within:"

  /// Above a key in which others' settings stand, where one of these was asked for.
  static func within(_ key: String) -> String {
    "What stands in \(Printable.text(key)) is passed on as it is: its names are not fedctl's."
  }

  /// Above the settings of a cluster: in which order they are merged.
  static func heading(_ cluster: String, groups: [String]) -> String {
    let layers =
      ["what holds without a word (standard)", "defaults"]
      + groups.map { "group \(Printable.text($0))" }
      + ["the cluster's own keys"]
    return "\(Printable.text(cluster)): each setting and who says so, the later over the earlier: "
      + layers.joined(separator: ", ")
  }
}

extension ExplainWords {
  /// Above the fields of an object.
  static func heading(_ object: ObjectReference, alsoOn clusters: [String]) -> String {
    let others = clusters.isEmpty ? "" : "; --cluster chooses that of \(Sentence.some(clusters))"
    return "\(object): each field that a key, a patch or apply gives\(others)"
  }

  /// Of fields that are the same whatever the file says.
  static func others(_ count: Int) -> String {
    "\(Count(count, "field")) more \(count == 1 ? "is" : "are") fedctl's own: no key gives \(count == 1 ? "it" : "them")."
  }

  /// Of keys on which the object as a whole depends.
  static func existence(_ origins: [FieldOrigin], in file: String) -> String {
    let words = origins.map { $0.words(in: file) }.joined(separator: "; ")
    return "Whether the object is there, and its name, depend on \(words)."
  }
}

extension FieldOrigin {
  /// What has given a field, and where it stands: with the name of any other file than the fleet's.
  func words(in file: String) -> String {
    switch self {
    case .key(let key, let mark?): "\(Printable.text(key)), \(lineWords(mark, in: file))"
    case .key(let key, nil): "\(Printable.text(key)) (standard)"
    case .patch(let index, let mark):
      "patches[\(index)]\(mark.map { ", \(lineWords($0, in: file))" } ?? "")"
    case .pending(let value): "apply, from \(Printable.text(value.description))"
    }
  }
}

extension KeyExplanation {
  /// What is said of a key beside its meaning, each with its name.
  var facts: [(String, String)] {
    var facts = [("form", form.words)]
    if isRequired {
      facts.append(("needed", "wherever that which it is in is there"))
    } else {
      facts.append(("standard", standard.map(Self.words) ?? "none: then it is not used"))
    }
    if topologies != Topology.allCases {
      facts.append(("topology", topologies.map(\.rawValue).joined(separator: ", ")))
    }
    return facts
  }

  private static func words(_ standard: JSON) -> String {
    if standard.objectValue?.isEmpty == true {
      return "there all the same, with the standards of the keys within"
    }
    return standard.stringValue ?? standard.text()
  }
}

extension KeyForm {
  /// As a person would say it.
  var words: String {
    switch self {
    case .text: "text"
    case .flag: "true or false"
    case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let words): words.count == 1 ? words[0] : "one of \(words.joined(separator: ", "))"
    case .list(let element): "a list; of each element: \(element.words)"
    case .oneOrMore: "text, or a list of texts"
    case .map: "a mapping with keys of your own"
    case .mappings: "a mapping with names of your own, and a mapping under each"
    case .mapping: "a mapping"
    case .wordOrMapping(let word): "\(word), or a mapping in its place"
    case .textOrMapping: "text, or a mapping in its place"
    case .anyMapping: "any mapping"
    case .anyValue: "any value"
    }
  }
}

extension ClusterSetting.Origin {
  /// Who says it, and where: with the name of any other file than the fleet's.
  func words(in file: String) -> String {
    switch self {
    case .cluster(let mark): "cluster, \(lineWords(mark, in: file))"
    case .group(let name, let mark): "group \(Printable.text(name)), \(lineWords(mark, in: file))"
    case .defaults(let mark): "defaults, \(lineWords(mark, in: file))"
    case .file(let mark): "top of the file, \(lineWords(mark, in: file))"
    case .standard: "standard"
    }
  }
}
