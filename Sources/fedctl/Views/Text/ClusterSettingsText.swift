import Diagnostics
import Fleet
import JSON
import Text

/// The settings of one cluster, a line each: the key, who says so, and the value.
struct ClusterSettingsText {
  let text: String

  /// `groups` are those that the cluster is in, in the order in which they are merged; `file` is the fleet's.
  init(_ cluster: String, groups: [String], _ settings: [ClusterSetting], in file: String) {
    let origins = KeyText.rows(
      settings.map { (Printable.text($0.path.description), $0.origin.words(in: file)) }
    )
    let values = settings.map { Printable.text($0.value.stringValue ?? $0.value.text()) }
    let lines = origins.split(separator: "\n").map(String.init)
    text =
      ExplainWords.heading(cluster, groups: groups) + "\n\n"
      + KeyText.rows(zip(lines, values).map { ($0, $1) })
  }
}
