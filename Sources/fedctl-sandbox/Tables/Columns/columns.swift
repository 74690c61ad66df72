import JSON

/// The columns of a kind: its own, a definition's, or name and age.
func columns(of resource: Resource) -> [Column] {
  if let own = builtInColumns[resource.qualifiedKind] { return own }
  guard let printed = resource.printerColumns?.arrayValue else { return [.name, .age] }
  return [.name] + printed.map(printerColumn)
}

/// What a definition says under `additionalPrinterColumns`.
private func printerColumn(_ definition: JSON) -> Column {
  let path = definition["jsonPath"]?.stringValue ?? ""
  let type = definition["type"]?.stringValue ?? "string"
  return Column(
    definition["name"]?.stringValue ?? "",
    type: type,
    priority: definition["priority"]?.integerValue ?? 0,
  ) { object in
    let value = found(object, path)
    return type == "date" ? .string(elapsed(since: value)) : value ?? .null
  }
}

/// What a JSONPath of plain steps, indices and filters `[?(@.a=="b")]` leads to.
private func found(_ object: JSON, _ path: String) -> JSON? {
  var current: JSON? = object
  var rest = Substring(path)
  // Definitions that come near fedctl use no more of JSONPath than this.
  while let first = rest.first, let value = current {
    rest = rest.dropFirst()
    if first == "." {
      let key = rest.prefix { $0 != "." && $0 != "[" }
      rest = rest.dropFirst(key.count)
      if !key.isEmpty { current = value[String(key)] }
    } else if first == "[" {
      let inner = rest.prefix { $0 != "]" }
      rest = rest.dropFirst(inner.count + 1)
      current = element(of: value, String(inner))
    }
  }
  return current
}

/// The element of a list that an index or a filter in brackets chooses.
private func element(of list: JSON, _ step: String) -> JSON? {
  if let place = Int(step) { return list[place] }
  // ?(@.type=="Ready"), in quotation marks of either kind, with or without spaces.
  let words = step.split(omittingEmptySubsequences: false) { "\"'".contains($0) }
  guard step.hasPrefix("?(@."), words.count == 3,
    let key = words[0].dropFirst(4).split(whereSeparator: { "= ".contains($0) }).first
  else { return nil }
  return list.arrayValue?.first { $0[String(key)] == .string(String(words[1])) }
}
