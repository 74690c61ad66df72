internal import CLibExpat

extension XMLElement {
  /// How many elements may stand within one another.
  ///
  /// S3 and AWS' token service nest six at most; a tree that no reader builds exhausts no stack when it
  /// is compared or freed.
  package static let maximumDepth = 64

  /// The root element of a document in UTF-8, or in the encoding that it declares.
  ///
  /// What is not well-formed is refused, and so are a document type and deep nesting, as soon as they
  /// are met.
  package init(parsing document: [UInt8]) throws(XMLError) {
    guard let parser = unsafe XML_ParserCreate(nil) else {
      throw XMLError(reason: .outOfMemory, line: 0)
    }
    defer { unsafe XML_ParserFree(parser) }
    let builder = unsafe XMLBuilder(parser)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
    unsafe XML_SetElementHandler(parser, beginElement, endElement)
    unsafe XML_SetCharacterDataHandler(parser, addText)
    unsafe XML_SetStartDoctypeDeclHandler(parser, beginDocumentType)
    let status = unsafe document.withUnsafeBytes { bytes in
      unsafe XML_Parse(
        parser,
        bytes.bindMemory(to: CChar.self).baseAddress,
        Int32(clamping: bytes.count),
        1,
      )
    }
    guard status == XML_STATUS_OK, let root = builder.root else {
      let words = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map {
        unsafe String(cString: $0)
      }
      throw XMLError(
        reason: builder.refusal ?? .malformed(words ?? "unreadable"),
        line: Int(unsafe XML_GetCurrentLineNumber(parser)),
      )
    }
    self = root
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

private let beginDocumentType: XML_StartDoctypeDeclHandler = { context, _, _, _, _ in
  unsafe builder(context)?.refuse(.hasDocumentType)
}

private func builder(_ context: UnsafeMutableRawPointer?) -> XMLBuilder? {
  guard let context = unsafe context else { return nil }
  return unsafe Unmanaged<XMLBuilder>.fromOpaque(context).takeUnretainedValue()
}
