internal import FoundationEssentials
internal import JSON

/// One named cluster, context or user, and the file that defines it.
struct KubeconfigEntry: Sendable {
  let part: String
  let name: String
  let file: String
  let fields: JSONObject

  static func all(
    _ section: Kubeconfig.Section,
    of content: JSON,
    file: String,
  ) throws(KubeconfigError) -> [KubeconfigEntry] {
    let part = String(section.rawValue.dropLast())
    let list = content[section.rawValue] ?? .null
    guard let elements = list == .null ? [] : list.arrayValue else {
      throw .malformed(file: file, reason: "\(section.rawValue) is no list")
    }
    var entries: [KubeconfigEntry] = []
    for element in elements {
      guard let name = element["name"]?.stringValue else {
        throw .malformed(file: file, reason: "an element of \(section.rawValue) has no name")
      }
      let fields = element[part]?.objectValue ?? [:]
      entries.append(KubeconfigEntry(part: part, name: name, file: file, fields: fields))
    }
    return entries
  }

  /// A field's text; nil where it is absent, null or empty, which kubectl takes for the same.
  func text(_ field: String) throws(KubeconfigError) -> String? {
    switch fields[field] {
    case nil, .null: return nil
    case .string(let text): return text.isEmpty ? nil : text
    default: throw bad(field, "must be text")
    }
  }

  func flag(_ field: String) throws(KubeconfigError) -> Bool {
    switch fields[field] {
    case nil, .null: return false
    case .bool(let flag): return flag
    default: throw bad(field, "must be true or false")
    }
  }

  /// What a `field-data` holds in base64, or else the file that `field` names; data wins.
  func bytes(_ field: String) throws(KubeconfigError) -> [UInt8]? {
    if let text = try text("\(field)-data") {
      guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
        throw bad("\(field)-data", "is not base64")
      }
      return Array(data)
    }
    guard let path = try text(field) else { return nil }
    guard let bytes = readFile(resolve(path)) else {
      throw bad(field, "names \(resolve(path)), which cannot be read")
    }
    return bytes
  }

  /// Paths are relative to the folder of the file that they stand in.
  func resolve(_ path: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return "\(file[...slash])\(path)"
  }

  /// Fields beyond those known could change what a request means, so none is passed over.
  func refuseOthers(than known: Set<String>) throws(KubeconfigError) {
    for member in fields
    where !known.contains(member.key) && member.value != .null && member.value != "" {
      throw .unsupported(part: part, name: name, field: member.key, file: file)
    }
  }

  func bad(_ field: String, _ reason: String) -> KubeconfigError {
    .badValue(part: part, name: name, field: field, reason: reason, file: file)
  }

  func lacks(_ field: String) -> KubeconfigError {
    .incomplete(part: part, name: name, field: field, file: file)
  }
}
