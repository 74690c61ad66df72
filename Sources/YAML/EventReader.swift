import CLibYAML
import Facts

/// What libyaml says of a text, one event at a time.
struct Event {
  /// What libyaml has found.
  enum Content {
    case streamEnd
    case documentStart
    case alias(String)
    /// `isPlain` where neither quotes nor a tag say what the text is.
    case scalar(Scalar, isPlain: Bool)
    case sequenceStart
    case mappingStart
    case end
    /// The stream's start and a document's end, which carry nothing.
    case nothing
  }

  let content: Content
  let anchor: String?
  let mark: SourceMark
}

/// libyaml's parser over bytes that it does not own.
///
/// The parser keeps its own address as the argument of its read handler, so it lives on the heap and
/// never moves; so does the copy of the input that it reads from.
@safe
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let file: String

  /// Reads nothing yet.
  init(_ text: YAMLText, file: String) {
    self.file = file
    unsafe input = .allocate(capacity: text.bytes.count)
    _ = unsafe input.initialize(from: text.bytes)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// What comes next; after the end of the text nothing may be asked.
  mutating func next() throws(YAMLError) -> Event {
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw problem() }
    defer { unsafe yaml_event_delete(&raw) }
    let mark = unsafe mark(from: raw.start_mark, to: raw.end_mark)
    let content = try unsafe content(raw, at: mark)
    return Event(content: content, anchor: unsafe anchor(raw), mark: mark)
  }

  /// The event without its place.
  private func content(
    _ raw: yaml_event_t,
    at mark: SourceMark,
  ) throws(YAMLError) -> Event.Content {
    switch unsafe raw.type {
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_ALIAS_EVENT: return .alias(unsafe Self.text(raw.data.alias.anchor))
    case YAML_SCALAR_EVENT:
      let isPlain = unsafe raw.data.scalar.plain_implicit == 1
      return .scalar(try unsafe scalar(raw, at: mark), isPlain: isPlain)
    case YAML_SEQUENCE_START_EVENT:
      let tag = unsafe Self.optionalText(raw.data.sequence_start.tag)
      return try collection(tag, named: "seq", .sequenceStart, at: mark)
    case YAML_MAPPING_START_EVENT:
      let tag = unsafe Self.optionalText(raw.data.mapping_start.tag)
      return try collection(tag, named: "map", .mappingStart, at: mark)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    default: return .nothing
    }
  }

  /// Its tag, where it has one, must be the core's.
  private func collection(
    _ tag: String?,
    named name: String,
    _ content: Event.Content,
    at mark: SourceMark,
  ) throws(YAMLError) -> Event.Content {
    guard let tag, tag != "!", tag != "tag:yaml.org,2002:\(name)" else { return content }
    throw YAMLError(.unknownTag(tag), at: mark)
  }

  /// Its text, its style, and its tag.
  private func scalar(_ raw: yaml_event_t, at mark: SourceMark) throws(YAMLError) -> Scalar {
    let scalar = unsafe raw.data.scalar
    let text = unsafe String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
      as: UTF8.self,
    )
    guard let tag = unsafe Self.optionalText(scalar.tag) else {
      let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
      return isPlain ? Scalar(plain: text) : Scalar(string: text)
    }
    switch tag {
    case "!", "tag:yaml.org,2002:str": return Scalar(string: text)
    case "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int",
      "tag:yaml.org,2002:float":
      return Scalar(plain: text)
    default: throw YAMLError(.unknownTag(tag), at: mark)
    }
  }

  /// nil where nothing names it.
  private func anchor(_ raw: yaml_event_t) -> String? {
    switch unsafe raw.type {
    case YAML_SCALAR_EVENT: unsafe Self.optionalText(raw.data.scalar.anchor)
    case YAML_SEQUENCE_START_EVENT: unsafe Self.optionalText(raw.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: unsafe Self.optionalText(raw.data.mapping_start.anchor)
    default: nil
    }
  }

  /// libyaml's words and place.
  private func problem() -> YAMLError {
    let words = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    let place = unsafe parser.pointee.problem_mark
    return YAMLError(
      .syntax(words),
      at: mark(from: place, to: place),
    )
  }

  /// The width is that of the first line.
  private func mark(from start: yaml_mark_t, to end: yaml_mark_t) -> SourceMark {
    let width = start.line == end.line ? Int(end.column) - Int(start.column) : 1
    return SourceMark(
      file: file,
      line: Int(start.line) + 1,
      column: Int(start.column) + 1,
      width: width,
    )
  }

  /// Bytes that libyaml owns, copied.
  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>) -> String {
    unsafe String(decodingCString: pointer, as: UTF8.self)
  }

  /// nil for a missing pointer.
  private static func optionalText(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe text($0) }
  }
}
