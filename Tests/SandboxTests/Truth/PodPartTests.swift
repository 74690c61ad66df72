import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server says to the rarer parts of pods, and to what goes with them.
@Suite struct PodPartTests {
  private static let facts: [Fact] = [
    (
      .apply, .deployment, podSpec(["os": ["name": "bogus"]]),
      ["422", "NotSupported ~os"],
    ),
    (
      .apply, .deployment,
      podSpec(["schedulingGates": [["name": "a"], ["name": "a"]]]),
      ["500"],
    ),
    (
      .apply, .deployment, podSpec(["readinessGates": [[:]]]),
      [
        "422", "Invalid ~readinessGates[0].conditionType",
        "Invalid ~readinessGates[0].conditionType",
      ],
    ),
    (
      .apply, .deployment, podSpec(["dnsPolicy": "None"]),
      ["422", "Required ~dnsConfig"],
    ),
    (
      .apply, .deployment, podSpec(["dnsConfig": ["nameservers": ["x"]]]),
      ["422", "Invalid ~dnsConfig.nameservers[0]"],
    ),
    (
      .apply, .deployment, podSpec(["resourceClaims": [["name": "a"]]]),
      ["422", "Invalid ~resourceClaims[0]"],
    ),
    (
      .apply, .deployment, podSpec(["resources": ["limits": ["a": 1]]]),
      ["422", "Invalid ~resources.limits[a]"],
    ),
    (
      .apply, .deployment, podSpec(["hostnameOverride": ""]),
      ["422", "Invalid ~hostnameOverride"],
    ),
    (
      .apply, .deployment, podSpec(["preemptionPolicy": "Bogus"]),
      ["422", "NotSupported ~preemptionPolicy"],
    ),
    (
      .apply, .deployment,
      podSpec([
        "securityContext": [
          "seccompProfile": ["type": "RuntimeDefault", "localhostProfile": "x"]
        ]
      ]), ["422", "Invalid ~securityContext.seccompProfile.localhostProfile"],
    ),
    (
      .apply, .deployment,
      podSpec(["securityContext": ["appArmorProfile": ["type": "Localhost"]]]),
      ["422", "Required ~securityContext.appArmorProfile.localhostProfile"],
    ),
    (
      .apply, .deployment,
      podSpec(["ephemeralContainers": [["name": "e", "image": "i:1", "livenessProbe": [:]]]]),
      ["422", "Forbidden ~ephemeralContainers", "Forbidden ~ephemeralContainers[0].livenessProbe"],
    ),
    (.apply, .deployment, podSpec(["imagePullSecrets": [[:]]]), ["201"]),
    (
      .apply, .deployment,
      podSpec(["tolerations": [["key": "a", "value": "a b"]]]),
      ["422", "Invalid ~tolerations[0].operator"],
    ),
    (
      .apply, .deployment,
      podSpec([
        "topologySpreadConstraints": [
          ["maxSkew": 1, "topologyKey": "Any Thing", "whenUnsatisfiable": "ScheduleAnyway"]
        ]
      ]), ["201"],
    ),
    (
      .apply, .deployment,
      podSpec([
        "affinity": [
          "nodeAffinity": [
            "requiredDuringSchedulingIgnoredDuringExecution": [
              "nodeSelectorTerms": [
                [
                  "matchExpressions": [["key": "a", "operator": "In", "values": ["a b"]]],
                  "matchFields": [["key": "x", "operator": "In", "values": []]],
                ]
              ]
            ]
          ]
        ]
      ]),
      [
        "422",
        "Invalid ~affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values[0]",
        "Invalid ~affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].key",
        "Required ~affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].values",
      ],
    ),
    (
      .apply, .deployment,
      podSpec([
        "volumes": [
          ["name": "a", "nfs": ["path": "x"]],
          ["name": "b", "azureFile": ["shareName": "s"]],
        ]
      ]),
      [
        "422", "Invalid ~volumes[0].nfs.path", "Required ~volumes[0].nfs.server",
        "Required ~volumes[1].azureFile.secretName",
      ],
    ),
    (
      .apply, .deployment,
      podSpec([
        "volumes": [["name": "a", "configMap": ["name": "c"], "persistentVolumeClaim": [:]]]
      ]),
      [
        "422", "Forbidden ~volumes[0].configMap",
        "Required ~volumes[0].persistentVolumeClaim.claimName",
      ],
    ),
    (
      .apply, .deployment,
      podSpec([
        "volumes": [
          ["name": "a", "projected": ["sources": [["serviceAccountToken": ["path": ""]]]]]
        ]
      ]), ["422", "Required ~volumes[0].projected.path"],
    ),
    (
      .apply, .deployment,
      podSpec(["volumes": [["name": "a", "downwardAPI": ["items": [["path": "../x"]]]]]]),
      ["422", "Invalid ~volumes[0].downwardAPI.path", "Required ~volumes[0].downwardAPI"],
    ),
    (
      .apply, .deployment,
      podSpec(["volumes": [["name": "a", "hostPath": ["path": "/a/../b", "type": "Bogus"]]]]),
      ["422", "Invalid ~volumes[0].hostPath.path", "NotSupported ~volumes[0].hostPath.type"],
    ),
    (.post, .deployment, ["spec": ["minReadySeconds": 5_000_000_000]], ["400"]),
    (
      .apply, .deployment, ["spec": ["minReadySeconds": 2_147_483_648]],
      ["422", "Invalid spec.minReadySeconds"],
    ),
    (.apply, .deployment, ["spec": ["strategy": ["rollingUpdate": ["maxSurge": true]]]], ["500"]),
    (
      .apply, .deployment, ["spec": ["strategy": ["type": "Bogus"]]],
      ["422", "NotSupported spec.strategy"],
    ),
    (.apply, .statefulSet, podSpec(["subdomain": "Any Thing"]), ["201"]),
    (
      .apply, .statefulSet, podSpec(["activeDeadlineSeconds": -1]),
      ["422", "Forbidden ~activeDeadlineSeconds", "Invalid ~activeDeadlineSeconds"],
    ),
  ]

  @Test(arguments: facts.indices)
  func `a pod that is spoilt in one part`(number: Int) {
    let fact = Self.facts[number]
    #expect(Bench().said(to: fact) == fact.said, "\(fact.change.text())")
  }
}
