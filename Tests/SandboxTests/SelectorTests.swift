import JSON
import Testing

@testable import fedctl_sandbox

@Suite struct SelectorTests {
  @Test(arguments: [
    ("app=web", true), ("app==web", true), ("app!=web", false), ("app in (api, web)", true),
    ("app notin (api,web)", false), ("app", true), ("!app", false), ("!other", true),
    ("app=web,tier=x", false), ("other!=x", true),
  ])
  func `label selectors choose as kubectl's do`(text: String, matches: Bool) throws {
    let object: JSON = ["metadata": ["labels": ["app": "web"]]]
    #expect(try LabelSelector(text).matches(object) == matches)
  }

  @Test(arguments: [
    ("metadata.name=a", true), ("metadata.name!=a", false),
    ("status.phase=Active,metadata.name=a", true), ("metadata.namespace=x", false),
  ])
  func `field selectors compare texts`(text: String, matches: Bool) throws {
    let object: JSON = ["metadata": ["name": "a"], "status": ["phase": "Active"]]
    let namespaces = try #require(builtInResources.first { $0.kind == "Namespace" })
    #expect(try FieldSelector(text, namespaces).matches(object) == matches)
  }
}
