import JSON
import Testing

@testable import fedctl_sandbox

@Suite struct DiscoveryTests {
  private let aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"

  private func versions(of group: String) -> [String] {
    let discovery = Discovery(context: "hub", resources: builtInResources)
    let document = discovery.document(at: ["apis"], accept: aggregated)?.json
    let item = document?["items"]?.arrayValue?.first {
      $0["metadata"]?["name"] == .string(group)
    }
    return (item?["versions"]?.arrayValue ?? []).compactMap { $0["version"]?.stringValue }
  }

  @Test func `a group has all its versions, the preferred one first`() {
    #expect(versions(of: "operators.coreos.com") == ["v2", "v1", "v1alpha2", "v1alpha1"])
    #expect(versions(of: "apps") == ["v1"])
  }

  @Test func `a kind has one store under all its versions`() throws {
    let bench = Bench()
    let path = "/apis/operators.coreos.com/v1/namespaces/team/operatorgroups/og"
    let group: JSON = [
      "apiVersion": "operators.coreos.com/v1", "kind": "OperatorGroup", "metadata": ["name": "og"],
      "spec": ["targetNamespaces": ["team"]],
    ]
    #expect(bench.apply(path, group).code == 201)
    let older = bench.ask("GET", path.replacing("/v1/", with: "/v1alpha2/"))
    #expect(older.json["apiVersion"] == "operators.coreos.com/v1alpha2")
  }

  @Test func `items of built-in kinds have no kind of their own, those of definitions have`() {
    let bench = Bench()
    _ = bench.apply(Good.configMaps, Good.configMap)
    _ = bench.apply(Good.routes, Good.route)
    let maps = bench.ask("GET", "/api/v1/namespaces/team/configmaps").json["items"]
    let routes = bench.ask("GET", "/apis/route.openshift.io/v1/routes").json["items"]
    #expect(maps?[0]?["kind"] == nil)
    #expect(routes?[0]?["kind"] == "Route")
  }

  @Test func `a table has the columns of its kind`() throws {
    let bench = Bench()
    _ = bench.apply(Good.deployments, Good.deployment)
    let deployment = bench.ask("GET", Good.deployments).json
    let resource = try #require(builtInResources.first { $0.kind == "Deployment" })
    let form = AnswerForm(
      accept: "application/json;as=Table;v=v1;g=meta.k8s.io,application/json",
      includeObject: "None",
    )
    let table = form.shown(deployment, resource)
    let names = table["columnDefinitions"]?.arrayValue?.compactMap { $0["name"]?.stringValue }
    #expect(names?.prefix(4) == ["Name", "Ready", "Up-to-date", "Available"])
    #expect(table["rows"]?[0]?["cells"]?[1] == "0/1")
  }

  @Test func `a client's definition makes a kind with its own types, defaults and columns`() {
    let bench = Bench()
    let version: JSON = [
      "name": "v1", "served": true, "storage": true,
      "schema": [
        "openAPIV3Schema": [
          "type": "object",
          "properties": [
            "spec": [
              "type": "object", "required": ["size"],
              "properties": [
                "size": ["type": "integer", "minimum": 1],
                "color": ["type": "string", "default": "blue"],
              ],
            ]
          ],
        ]
      ],
    ]
    let definition: JSON = [
      "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
      "metadata": ["name": "boxes.example.com"],
      "spec": [
        "group": "example.com", "scope": "Namespaced",
        "names": ["kind": "Box", "plural": "boxes"], "versions": [version],
      ],
    ]
    let definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions"
    #expect(bench.apply("\(definitions)/boxes.example.com", definition).code == 201)
    bench.establish("boxes.example.com")
    let boxes = "/apis/example.com/v1/namespaces/team/boxes/b"
    func box(_ spec: JSON) -> JSON {
      [
        "apiVersion": "example.com/v1", "kind": "Box", "metadata": ["name": "b"], "spec": spec,
      ]
    }
    #expect(bench.apply(boxes, box(["size": "big"])).code == 500)
    #expect(bench.apply(boxes, box([:])).causes == ["FieldValueRequired spec.size"])
    #expect(bench.apply(boxes, box(["size": 0])).causes == ["FieldValueInvalid spec.size"])
    #expect(bench.apply(boxes, box(["size": 2])).json["spec"]?["color"] == "blue")
  }
}
