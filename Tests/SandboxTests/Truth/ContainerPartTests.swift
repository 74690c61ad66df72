import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server says to the rarer parts of containers.
@Suite struct ContainerPartTests {
  private static let facts: [Fact] = [
    (
      .apply, .deployment,
      container([
        "readinessProbe": [
          "exec": ["command": ["a"]], "terminationGracePeriodSeconds": 5,
        ]
      ]), ["422", "Invalid ~containers[0].readinessProbe.terminationGracePeriodSeconds"],
    ),
    (
      .apply, .deployment,
      container(["livenessProbe": ["exec": ["command": ["a"]], "httpGet": [:]]]),
      ["422", "Forbidden ~containers[0].livenessProbe.httpGet"],
    ),
    (
      .apply, .deployment,
      container([
        "env": [
          ["name": "A", "valueFrom": ["secretKeyRef": ["name": "", "key": "a/b"]]]
        ]
      ]),
      [
        "422", "Invalid ~containers[0].env[0].valueFrom.secretKeyRef.key",
        "Invalid ~containers[0].env[0].valueFrom.secretKeyRef.name",
      ],
    ),
    (
      .apply, .deployment,
      container([
        "env": [
          ["name": "A", "valueFrom": ["resourceFieldRef": ["resource": "memory"]]]
        ]
      ]), ["422", "NotSupported ~containers[0].env[0].valueFrom.resourceFieldRef.resource"],
    ),
    (
      .apply, .deployment,
      container([
        "env": [
          [
            "name": "A",
            "valueFrom": [
              "resourceFieldRef": ["resource": "limits.cpu", "divisor": "2"]
            ],
          ]
        ]
      ]), ["422", "Invalid ~containers[0].env[0].valueFrom.resourceFieldRef.divisor"],
    ),
    (
      .apply, .deployment,
      container(["envFrom": [["configMapRef": ["name": "UPPER"], "secretRef": [:]]]]),
      [
        "422", "Invalid ~containers[0].envFrom",
        "Invalid ~containers[0].envFrom[0].configMapRef.name",
        "Required ~containers[0].envFrom[0].secretRef.name",
      ],
    ),
    (
      .apply, .deployment,
      container(["resizePolicy": [["resourceName": "x"]]]),
      ["422", "NotSupported ~containers[0].resizePolicy", "Required ~containers[0].resizePolicy"],
    ),
    (
      .apply, .deployment,
      container(["volumeDevices": [["name": "x"]]]),
      [
        "422", "NotFound ~containers[0].volumeDevices[0].name",
        "Required ~containers[0].volumeDevices[0].devicePath",
      ],
    ),
    (
      .apply, .deployment,
      container(["securityContext": ["procMount": "Unmasked"]]),
      ["422", "Invalid ~containers[0].securityContext.procMount"],
    ),
    (
      .apply, .deployment,
      container(["ports": [.null]]), ["500"],
    ),
  ]

  @Test(arguments: facts.indices)
  func `a container that is spoilt in one part`(number: Int) {
    let fact = Self.facts[number]
    #expect(Bench().said(to: fact) == fact.said, "\(fact.change.text())")
  }
}
