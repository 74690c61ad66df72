/// A dashboard of the user's own, as a file holds it.
package struct OwnDashboard: Hashable, Sendable {
  /// The most that a ConfigMap holds, in bytes (kubernetes:pkg/apis/core/types.go, MaxSecretSize).
  package static let sizeLimit = 1 << 20
  /// The most that Grafana is given.
  package static let countLimit = 200

  /// The path, relative to the fleet file's folder.
  package let file: String
  /// By which Grafana knows it, and links name it; nil where Grafana chooses.
  package let uid: String?
  /// What people read.
  package let title: String
  /// JSON, as it stands in the file.
  package let text: String

  package init(file: String, uid: String?, title: String, text: String) {
    self.file = file
    self.uid = uid
    self.title = title
    self.text = text
  }

  /// The file's name without its end, of small letters, digits and dashes: fit for the name of an object.
  package var name: String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let stem = last.hasSuffix(".json") ? String(last.dropLast(5)) : last
    let words = stem.lowercased().utf8.split { !Self.isNamed($0) }
    let name = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    return name.isEmpty ? "dashboard" : String(name.prefix(200))
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
