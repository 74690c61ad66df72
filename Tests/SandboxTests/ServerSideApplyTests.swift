import JSON
import Testing

@testable import fedctl_sandbox

@Suite struct ServerSideApplyTests {
  var state = ClusterState(preloaded: "hub")

  @discardableResult
  mutating func apply(
    _ data: JSON,
    as manager: String,
    force: Bool = false,
  ) throws(APIStatus) -> JSON {
    let body: JSON = ["apiVersion": "v1", "kind": "ConfigMap", "data": data]
    var options = WriteOptions()
    options.fieldManager = manager
    options.isForced = force
    guard let resource = state.resource(kind: "ConfigMap") else { throw .noSuchPath }
    return try state.patch(
      body.bytes(),
      type: "application/apply-patch+yaml",
      resource,
      ObjectName(namespace: "default", name: "c"),
      options,
    ).object
  }

  @Test mutating func `the same again writes nothing`() throws {
    let first = try apply(["a": "1"], as: "one")
    #expect(try apply(["a": "1"], as: "one").resourceVersion == first.resourceVersion)
  }

  @Test mutating func `a field that its only owner drops goes`() throws {
    try apply(["a": "1", "b": "2"], as: "one")
    #expect(try apply(["a": "1"], as: "one")["data"] == ["a": "1"])
  }

  @Test mutating func `a field with two owners stays when one drops it`() throws {
    try apply(["a": "1", "b": "2"], as: "one")
    try apply(["b": "2"], as: "two")
    #expect(try apply(["a": "1"], as: "one")["data"] == ["a": "1", "b": "2"])
    #expect(try apply([:], as: "two")["data"] == ["a": "1"])
  }

  @Test mutating func `another value is a conflict that names owner and field`() throws {
    try apply(["a": "1"], as: "one")
    let status = try #require(throws: APIStatus.self) { try apply(["a": "2"], as: "two") }
    #expect(status.code == 409)
    #expect(
      status.message == #"Apply failed with 1 conflict: conflict with "one": .data.a"#
    )
    #expect(
      status.details?["causes"] == [
        [
          "reason": "FieldManagerConflict", "message": #"conflict with "one""#,
          "field": ".data.a",
        ]
      ]
    )
  }

  @Test mutating func `force takes the field over`() throws {
    try apply(["a": "1", "b": "2"], as: "one")
    let object = try apply(["a": "2"], as: "two", force: true)
    #expect(object["data"] == ["a": "2", "b": "2"])
    let owners = Dictionary(
      uniqueKeysWithValues: object.fieldOwners.map { ($0.manager, $0.fields.fieldsV1) }
    )
    #expect(owners == ["one": ["f:data": ["f:b": [:]]], "two": ["f:data": ["f:a": [:]]]])
  }

  @Test mutating func `a dry run leaves no trace`() throws {
    var options = WriteOptions()
    options.fieldManager = "one"
    options.isDryRun = true
    let resource = try #require(state.resource(kind: "ConfigMap"))
    let before = state.revision
    let answer = try state.patch(
      Array(#"{"apiVersion":"v1","kind":"ConfigMap","data":{"a":"1"}}"#.utf8),
      type: "application/apply-patch+yaml",
      resource,
      ObjectName(namespace: "default", name: "c"),
      options,
    )
    #expect(answer.isNew)
    #expect(state.revision == before)
    #expect(state.object("ConfigMap", "c", in: "default") == nil)
  }
}
