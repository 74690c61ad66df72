import Diagnostics
import XML

/// Text from anywhere as XML can carry it, in elements and in attributes.
enum XMLSafe {
  /// What XML 1.0 has no way to write is shown as `\u{…}`.
  static func text(_ text: String) -> String {
    Printable.text(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      default:
        result +=
          XMLText.isCarried(String(scalar))
          ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
  }
}
