internal import CLibExpat

/// Makes the tree of what expat meets, and stops it where the tree would be none of ours.
///
/// It must not outlive its parser.
@safe
final class XMLBuilder {
  private(set) var root: XMLElement?
  /// Why reading was stopped; nil while it goes on.
  private(set) var refusal: XMLError.Reason?
  /// The elements that have begun and not ended, the root first.
  private var open: [XMLElement] = []
  private let parser: XML_Parser

  init(_ parser: XML_Parser) { unsafe self.parser = unsafe parser }

  func begin(_ name: String) {
    guard open.count < XMLElement.maximumDepth else {
      return refuse(.tooDeep(limit: XMLElement.maximumDepth))
    }
    open.append(XMLElement(name))
  }

  func add(_ text: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text += text
  }

  func end() {
    guard refusal == nil, let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }

  /// expat may still tell of what it has read before it stops.
  func refuse(_ reason: XMLError.Reason) {
    guard refusal == nil else { return }
    refusal = reason
    _ = unsafe XML_StopParser(parser, XML_Bool(XML_FALSE))
  }
}
