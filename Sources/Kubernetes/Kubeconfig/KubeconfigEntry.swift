internal import Facts
internal import JSON
internal import Text

/// One named cluster, context or user, and the file that defines it.
struct KubeconfigEntry: Sendable {
  let entryName: KubeconfigEntryName
  let fields: JSONObject

  var name: String { entryName.name }

  /// The entries of one section, in the file's order.
  static func all(
    _ part: KubeconfigPart,
    of content: JSON,
    file: String,
  ) throws(KubeconfigError) -> [KubeconfigEntry] {
    let list = content[part.section] ?? .null
    guard let elements = list == .null ? [] : list.arrayValue else {
      throw .malformed(file: file, .noList(part))
    }
    var entries: [KubeconfigEntry] = []
    var names: Set<String> = []
    for element in elements {
      guard let name = element["name"]?.stringValue else {
        throw .malformed(file: file, .unnamed(part))
      }
      guard names.insert(name).inserted else {
        throw .malformed(file: file, .doubled(part, name: name))
      }
      let fields = element[part.rawValue]?.objectValue ?? [:]
      let entryName = KubeconfigEntryName(part, name, file: file)
      entries.append(KubeconfigEntry(entryName: entryName, fields: fields))
    }
    return entries
  }

  /// A field's text; nil where it is absent, null or empty, which kubectl takes for the same.
  func text(_ field: String) throws(ContextError) -> String? {
    switch fields[field] {
    case nil, .null: return nil
    case .string(let text): return text.isEmpty ? nil : text
    default: throw bad(field, .notText)
    }
  }

  /// A flag that is not set is false, as for kubectl.
  func flag(_ field: String) throws(ContextError) -> Bool {
    switch fields[field] {
    case nil, .null: return false
    case .bool(let flag): return flag
    default: throw bad(field, .notFlag)
    }
  }

  /// What a `field-data` holds in base64, or else the file that `field` names; data wins.
  func bytes(_ field: String) throws(ContextError) -> [UInt8]? {
    if let text = try text("\(field)-data") {
      guard let bytes = Base64.bytes(of: text) else {
        throw bad("\(field)-data", .notBase64)
      }
      return bytes
    }
    guard let path = try text(field) else { return nil }
    guard let bytes = readFile(resolve(path)) else {
      throw bad(field, .unreadableFile(resolve(path)))
    }
    return bytes
  }

  /// Paths are relative to the folder of the file that they stand in.
  func resolve(_ path: String) -> String {
    let file = entryName.file
    guard !path.begins(with: "/"), let slash = file.utf8.lastIndex(of: 47) else {
      return path
    }
    return "\(file[...slash])\(path)"
  }

  /// A list of texts; empty where it is absent or null.
  func texts(_ field: String) throws(ContextError) -> [String] {
    guard let value = fields[field], value != .null else { return [] }
    guard let elements = value.arrayValue else { throw bad(field, .notText) }
    var texts: [String] = []
    for element in elements {
      guard let text = element.stringValue else { throw bad(field, .notText) }
      texts.append(text)
    }
    return texts
  }

  /// What is wrong with a field of this entry.
  func bad(_ field: String, _ flaw: ContextError.ValueFlaw) -> ContextError {
    .badValue(entryName, field: field, flaw)
  }

  /// A field that this entry must have.
  func lacks(_ field: String) -> ContextError { .incomplete(entryName, field: field) }
}
