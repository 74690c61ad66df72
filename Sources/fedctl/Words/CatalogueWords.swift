import Diagnostics
import Plan

extension CatalogueGap {
  /// Why OLM would never install it, on a line of its own below the object.
  var words: String {
    switch self {
    case .package(let name, let source):
      "the cluster's catalogues have no package \(name), nor does \(source): \(Self.otherWays)"
    case .source(let source, let there):
      "its package is in the catalogue \(there), not in \(source): set `prometheusOperator.source`"
    case .channel(let channel, let there):
      "its package has no channel \(channel) but \(Self.some(there)): set `prometheusOperator.channel`"
    case .version(let version, let there):
      "its channel has no \(version) but \(Self.some(there)): set `prometheusOperator.startingCSV`"
    }
  }

  private static let otherWays =
    "take `mode: platform`, or name a bundle under `prometheusOperator`"

  /// The first of what there is.
  private static func some(_ names: [String]) -> String {
    let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
    return names.isEmpty ? "none" : names.prefix(3).joined(separator: ", ") + rest
  }
}
