import Diagnostics
import JSON
import Objects
import Templates

/// The fields of a rendered object, a line each, with what gives them.
struct ExplainedObjectText {
  let text: String

  /// `others` are clusters that have such an object, too; `file` is the fleet's.
  init(_ object: ExplainedObject, alsoOn others: [String], in file: String) {
    let told = object.fields.filter { !$0.origins.isEmpty }
    let rows = told.map { field -> (String, String) in
      let words = field.origins.map { $0.words(in: file) }.joined(separator: "; ")
      return (Printable.text(field.path.description), words)
    }
    let silent = object.fields.count - told.count
    let notes =
      (silent > 0 ? [ExplainWords.others(silent)] : [])
      + (object.existence.isEmpty ? [] : [ExplainWords.existence(object.existence, in: file)])
    text =
      ExplainWords.heading(object.manifest.reference, alsoOn: others) + "\n\n"
      + KeyText.rows(rows) + notes.map { "\n\($0)\n" }.joined()
  }
}
