import Diagnostics
import YAML

extension PartFlaw {
  /// Why a text of somebody else's is left as it is, on a line of its own below the object.
  var words: String {
    switch self {
    case .unreadable(let error):
      "its text is no YAML (\(error.diagnostic.detail)), so nothing can be added to it: mend it first"
    case .noMapping:
      "its text is no mapping of settings, so nothing can be added to it: mend it first"
    case .otherValue(let path, let found):
      "\(path) is \(found) there, as somebody has set it, and the fleet needs another value: change it there, or use `mode: operator`"
    case .notInLines(let line):
      "its line \(line) is in braces or behind an alias, where no line can be added: write it in lines first, as `key: value`"
    }
  }
}
