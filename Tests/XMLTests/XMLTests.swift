import Testing
import XML

struct XMLTests {
  @Test func `elements, text and references are read, prefixes and attributes are not kept`() throws
  {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <r:List xmlns:r="urn:x" a="1"><!-- no --><Key>a&amp;b&#10;\u{E9}<![CDATA[<c>]]></Key><Key/></r:List>
      """
    let root = try XMLElement(parsing: Array(text.utf8))
    #expect(root.name == "List")
    #expect(root.all("Key").map(\.text) == ["a&b\n\u{E9}<c>", ""])
    #expect(root["None"] == nil)
  }

  @Test(arguments: ["", "<a>", "<a></b>", "no", "<a>\u{0}</a>", "<a/><b/>"])
  func `what is no document is refused with its line`(text: String) {
    #expect(throws: XMLError.self) { try XMLElement(parsing: Array(text.utf8)) }
  }

  @Test func `a document that expands without bound is refused`() {
    let levels = (1...30).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);\">" }.joined()
    let text = "<!DOCTYPE a [<!ENTITY e0 \"xxxxxxxxxx\">\(levels)]><a>&e30;</a>"
    #expect(throws: XMLError.self) { try XMLElement(parsing: Array(text.utf8)) }
  }

  private func reason(_ text: String) -> XMLError.Reason? {
    do throws(XMLError) {
      _ = try XMLElement(parsing: Array(text.utf8))
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `elements nest to a limit, and beyond it no tree is built`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    let limit = XMLElement.maximumDepth
    #expect(reason(nested(limit)) == nil)
    #expect(reason(nested(limit + 1)) == .tooDeep(limit: limit))
    #expect(reason(nested(100_000)) == .tooDeep(limit: limit))
    #expect(reason(String(repeating: "<a>", count: 250_000)) == .tooDeep(limit: limit))
  }

  @Test func `a document type is refused, whatever it declares`() {
    #expect(reason("<!DOCTYPE html><html/>") == .hasDocumentType)
    let chain = (1...20_000).map { "<!ENTITY e\($0) \"&e\($0 - 1);\">" }.joined()
    #expect(
      reason("<!DOCTYPE a [<!ENTITY e0 \"x\">\(chain)]><a>&e20000;</a>") == .hasDocumentType
    )
  }

  @Test(arguments: ["a b+c%d&e<f>\"'", "line\nend\r\ttab", "/lead//double/", "\u{1F600}\u{E9}", ""])
  func `what is written is read back the same`(text: String) throws {
    let element = XMLElement("A", children: [XMLElement("Key", text: text)])
    let document = try #require(element.document())
    #expect(try XMLElement(parsing: document) == element)
  }

  @Test func `characters that XML cannot carry are not written`() {
    #expect(XMLElement("Key", text: "a\u{1}b").document() == nil)
    #expect(XMLElement("A", children: [XMLElement("Key", text: "\u{FFFF}")]).document() == nil)
  }
}
