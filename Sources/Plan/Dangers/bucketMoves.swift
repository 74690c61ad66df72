import JSON
import Objects
import Text
import YAML

extension ChangePlan {
  /// Another bucket in the settings of those that read and write it, each move once.
  var bucketMoves: [Danger] {
    var told: Set<Danger> = []
    return changes.compactMap(\.bucketMove).filter { told.insert($0).inserted }
  }
}

extension Change {
  /// nil where the object names no bucket, or the same as before.
  fileprivate var bucketMove: Danger? {
    guard let open = desired?.manifest.openText,
      let before = Self.bucket(live?["data"]?[open.key]),
      let after = Self.bucket(desired?.body["data"]?[open.key]), before != after
    else { return nil }
    return .bucketMoves(from: before, to: after)
  }

  /// As Thanos' object store settings name it, `name at endpoint`.
  private static func bucket(_ text: JSON?) -> String? {
    guard let text = text?.stringValue.flatMap({ Base64.string(of: $0) }),
      let settings = (try? YAML.document(Array(text.utf8), file: ""))?.json["config"],
      let bucket = settings["bucket"]?.stringValue
    else { return nil }
    return settings["endpoint"]?.stringValue.map { "\(bucket) at \($0)" } ?? bucket
  }
}
