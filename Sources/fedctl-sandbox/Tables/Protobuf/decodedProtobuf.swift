import FoundationEssentials
import JSON

/// Messages that are written into their owner's members in JSON, as Go embeds them.
private let embedded: Set = [
  "ingressRuleValue", "volumeSource", "localObjectReference", "ephemeralContainerCommon",
]

private let mark: [UInt8] = Array("k8s\0".utf8)

/// An object that a typed client sent as protobuf; nil for bodies that are something else.
func decodedProtobuf(_ body: [UInt8]) throws(APIStatus) -> JSON? {
  guard body.starts(with: mark) else { return nil }
  do throws(WireReader.Malformed) {
    var envelope = WireReader(body.dropFirst(mark.count))
    var type = JSON.object([:])
    var raw: ArraySlice<UInt8> = []
    while let (field, value) = try envelope.next() {
      guard case .bytes(let bytes) = value else { continue }
      if field == 1 { type = try typeMeta(bytes) }
      if field == 2 { raw = bytes }
    }
    guard let message = messageType(type) else { throw WireReader.Malformed() }
    return mergePatched(type, .object(try object(raw, message)))
  } catch {
    throw APIStatus(
      code: 415,
      reason: "UnsupportedMediaType",
      message: "the sandbox cannot read this kind as protobuf; send JSON",
    )
  }
}

/// The message of a kind; of a version that has its own, that one.
private func messageType(_ type: JSON) -> MessageType? {
  guard let kind = type["kind"]?.stringValue else { return nil }
  let version = type["apiVersion"]?.stringValue ?? ""
  return MessageType.known["\(version).\(kind)"] ?? MessageType.known[kind]
}

/// Which kind the envelope says it holds.
private func typeMeta(_ bytes: ArraySlice<UInt8>) throws(WireReader.Malformed) -> JSON {
  var reader = WireReader(bytes)
  var result = JSONObject()
  while let (field, value) = try reader.next() {
    result[field == 1 ? "apiVersion" : "kind"] = try json(value, "s")
  }
  return .object(result)
}

/// A message as the JSON object that it stands for.
private func object(
  _ bytes: ArraySlice<UInt8>,
  _ message: MessageType,
) throws(WireReader.Malformed) -> JSONObject {
  var reader = WireReader(bytes)
  var result = JSONObject()
  while let (number, value) = try reader.next() {
    guard let field = message.fields[number] else { continue }
    switch field.shape {
    case .single:
      let part = try json(value, field.type)
      if embedded.contains(field.name), let members = part.objectValue {
        for member in members { result[member.key] = member.value }
        continue
      }
      // Encoders write also what is empty; in JSON it would not be there. Of zeros that goes without
      // saying only where Go has no pointer, which is seen later.
      let isNothing = ["", [:]].contains(part) || part == 0 && field.type == "n"
      if !isNothing { result[field.name] = part }
    case .list:
      let items = result[field.name]?.arrayValue ?? []
      result[field.name] = .array(items + [try json(value, field.type)])
    case .map:
      guard case .bytes(let bytes) = value else { throw WireReader.Malformed() }
      var entries = result[field.name]?.objectValue ?? [:]
      let (key, part) = try entry(bytes, field.type)
      entries[key] = part
      result[field.name] = .object(entries)
    }
  }
  return result
}

/// An entry of a map, whose key and value are fields 1 and 2.
private func entry(
  _ bytes: ArraySlice<UInt8>,
  _ type: String,
) throws(WireReader.Malformed) -> (String, JSON) {
  var reader = WireReader(bytes)
  var key = ""
  var part: JSON = ""
  while let (field, value) = try reader.next() {
    if field == 1 {
      key = try json(value, "s").stringValue ?? ""
    } else {
      part = try json(value, type)
    }
  }
  return (key, part)
}

/// A field's value as its type has it in JSON.
private func json(
  _ value: WireReader.Value,
  _ type: String,
) throws(WireReader.Malformed) -> JSON {
  switch (value, type) {
  case (.number(let number), "b"): return .bool(number != 0)
  case (.number(let number), _): return .integer(Int64(bitPattern: number))
  case (.bytes(let bytes), "s"): return .string(String(decoding: bytes, as: UTF8.self))
  case (.bytes(let bytes), "y"): return .string(Data(bytes).base64EncodedString())
  case (.bytes(let bytes), "q"), (.bytes(let bytes), "n"), (.bytes(let bytes), "t"):
    return try special(bytes, type)
  case (.bytes(let bytes), _):
    guard let message = MessageType.known[type] else { throw WireReader.Malformed() }
    return .object(try object(bytes, message))
  }
}

/// Types with a JSON form of their own: quantities, `IntOrString` and times.
private func special(
  _ bytes: ArraySlice<UInt8>,
  _ type: String,
) throws(WireReader.Malformed) -> JSON {
  var reader = WireReader(bytes)
  var parts: [Int: JSON] = [:]
  while let (field, value) = try reader.next() {
    parts[field] = try json(value, "s")
  }
  switch type {
  case "q": return parts[1] ?? ""
  case "n": return parts[1] == 1 ? parts[3] ?? "" : parts[2] ?? 0
  default:
    guard let seconds = parts[1]?.integerValue else { return "" }
    return .string(Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601))
  }
}
