package import JSON
import Objects
import YAML

/// A key of a ConfigMap's data whose YAML others write too, with the fleet's part in it.
///
/// What of the text is the fleet's stands in an annotation of the object, for a later plan or a teardown to take
/// out exactly that.
package enum SharedText {
  private static let annotations = FieldPath(keys: "metadata", "annotations")

  private static func path(_ key: String) -> FieldPath { FieldPath(keys: "data", key) }

  /// What the annotation of a live object says, by key of the data; nil where it has none.
  private static func records(of live: JSON?) -> JSONObject? {
    live?.metadata.annotation(WellKnown.sharedPart)
      .flatMap { try? JSON(parsing: $0) }?.objectValue
  }

  /// A resolved object, which has the part alone, with the whole text as the live one has it around the part.
  package static func body(
    _ body: JSON,
    sharing key: String,
    with live: JSON?,
  ) throws(Obstacle) -> JSON {
    let now = live?[path(key)]?.stringValue ?? ""
    let edited: TextPart.Edited
    do throws(PartFlaw) {
      let wanted = try TextPart.parse(body[path(key)]?.stringValue ?? "")
      let part = TextPart(wanted, record: records(of: live)?[key] ?? [:])
      edited = try part.edit(now)
    } catch {
      throw .text(error)
    }
    let record: JSON = .object([key: edited.record])
    return
      body
      // One that stays as it is takes no memory beside the live one.
      .setting(path(key), to: .string(edited.text.isExactly(now) ? now : edited.text))
      .setting(annotations / .key(WellKnown.sharedPart), to: .string(record.text()))
  }

  /// The data of a live object without the fleet's parts; nil for an object that is not shared.
  package static func withdrawn(from live: JSON) throws(Obstacle) -> JSONObject? {
    guard let records = records(of: live) else { return nil }
    var data = live["data"]?.objectValue ?? [:]
    for record in records {
      guard let text = data[record.key]?.stringValue else { continue }
      do throws(PartFlaw) {
        data[record.key] = .string(try TextPart.remove(record.value, from: text))
      } catch {
        throw .text(error)
      }
    }
    return data
  }

  /// What gives a live object back to whoever else writes it, as a merge patch, provided that nobody has changed it since.
  package static func withdrawal(from live: JSON) throws(Obstacle) -> JSON? {
    guard let data = try withdrawn(from: live) else { return nil }
    return [
      "metadata": ["resourceVersion": live.metadata.resourceVersion.map(JSON.string) ?? .null],
      "data": .object(data),
    ]
  }
}
