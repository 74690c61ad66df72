internal import CLibExpat

extension XMLElement {
  /// The root element of a document in UTF-8, or in the encoding that it declares.
  ///
  /// expat refuses what is not well-formed and documents that expand without bound.
  package init(parsing document: [UInt8]) throws(XMLError) {
    let builder = XMLBuilder()
    guard let parser = unsafe XML_ParserCreate(nil) else {
      throw XMLError(reason: "out of memory", line: 0)
    }
    defer { unsafe XML_ParserFree(parser) }
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
    unsafe XML_SetElementHandler(parser, beginElement, endElement)
    unsafe XML_SetCharacterDataHandler(parser, addText)
    let status = unsafe document.withUnsafeBytes { bytes in
      unsafe XML_Parse(
        parser,
        bytes.bindMemory(to: CChar.self).baseAddress,
        Int32(clamping: bytes.count),
        1,
      )
    }
    guard status == XML_STATUS_OK, let root = builder.root else {
      let reason = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map {
        unsafe String(cString: $0)
      }
      throw XMLError(
        reason: reason ?? "unreadable",
        line: Int(unsafe XML_GetCurrentLineNumber(parser)),
      )
    }
    self = root
  }
}

/// The elements that have begun and not ended, the root first.
private final class XMLBuilder {
  private(set) var root: XMLElement?
  private var open: [XMLElement] = []

  func begin(_ name: String) { open.append(XMLElement(name)) }

  func add(_ text: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text += text
  }

  func end() {
    guard let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }
}

private let beginElement: XML_StartElementHandler = { context, name, _ in
  guard let builder = unsafe builder(context), let name = unsafe name else { return }
  let text = unsafe String(cString: name)
  builder.begin(text.split(separator: ":").last.map(String.init) ?? text)
}

private let endElement: XML_EndElementHandler = { context, _ in
  unsafe builder(context)?.end()
}

private let addText: XML_CharacterDataHandler = { context, text, count in
  guard let text = unsafe text else { return }
  let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
  unsafe builder(context)?.add(String(decoding: bytes, as: UTF8.self))
}

private func builder(_ context: UnsafeMutableRawPointer?) -> XMLBuilder? {
  guard let context = unsafe context else { return nil }
  return unsafe Unmanaged<XMLBuilder>.fromOpaque(context).takeUnretainedValue()
}
