import Diagnostics
import JSON
import Objects
import Templates

/// The fields of a rendered object, a line each, with what gives them.
struct ExplainedObjectText {
  let text: String

  /// `others` are clusters that have such an object, too.
  init(_ object: ExplainedObject, alsoOn others: [String]) {
    let told = object.fields.filter { !$0.origins.isEmpty }
    let rows = told.map { field in
      (Printable.text(field.path.description), field.origins.map(\.words).joined(separator: "; "))
    }
    let silent = object.fields.count - told.count
    let notes =
      (silent > 0 ? [ExplainWords.others(silent)] : [])
      + (object.existence.isEmpty ? [] : [ExplainWords.existence(object.existence)])
    text =
      ExplainWords.heading(object.manifest.reference, alsoOn: others) + "\n\n"
      + KeyText.rows(rows) + notes.map { "\n\($0)\n" }.joined()
  }
}
