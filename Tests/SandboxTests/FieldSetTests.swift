import JSON
import Testing

@testable import fedctl_sandbox

@Suite struct FieldSetTests {
  @Test func `read and written, managedFields stay as they are`() throws {
    let text =
      #"{"f:metadata":{"f:labels":{".":{},"f:app":{}}},"f:spec":{"f:ports":{"#
      + #""k:{\"port\":80,\"protocol\":\"TCP\"}":{".":{},"f:port":{}}}}}"#
    let json = try JSON(parsing: text)
    #expect(FieldSet(fieldsV1: json).fieldsV1.text() == text)
  }

  @Test func `applying claims leaves, elements and atomic values`() throws {
    let service: JSON = [
      "metadata": ["labels": ["app": "a"]],
      "spec": ["ports": [["port": 80, "name": "http"]], "selector": ["app": "a"]],
    ]
    let schema = Schemas.known.kind("Service", version: "v1")
    #expect(
      appliedFields(of: service, schema).fieldsV1 == [
        "f:metadata": ["f:labels": ["f:app": [:]]],
        "f:spec": [
          "f:ports": [
            #"k:{"port":80,"protocol":"TCP"}"#: [".": [:], "f:name": [:], "f:port": [:]]
          ],
          "f:selector": [:],
        ],
      ]
    )
  }

  @Test func `an element goes with what is kept in it, unless it is kept itself`() {
    let item = PathElement.key(["name": "a"])
    var last = FieldSet()
    last.insert([.field("spec"), item])
    last.insert([.field("spec"), item, .field("image")])
    var kept = FieldSet()
    kept.insert([.field("spec"), item, .field("image")])
    var element = FieldSet()
    element.insert([.field("spec"), item])
    #expect(last.removable(keeping: kept) == element)
    kept.insert([.field("spec"), item])
    #expect(last.removable(keeping: kept).isEmpty)
    #expect(last.removable(keeping: FieldSet()) == last)
  }
}
