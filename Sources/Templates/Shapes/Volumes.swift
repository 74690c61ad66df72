import Fleet
import JSON

/// A Secret's keys as files.
func secretVolume(_ name: String, secret: String) -> JSON {
  ["name": .string(name), "secret": ["secretName": .string(secret)]]
}

/// A ConfigMap's keys as files.
func configVolume(_ name: String, configMap: String) -> JSON {
  ["name": .string(name), "configMap": ["name": .string(configMap)]]
}

/// A folder of the node, which only the `privileged` pod-security level admits.
func nodeVolume(_ name: String, path: String) -> JSON {
  ["name": .string(name), "hostPath": ["path": .string(path)]]
}

/// Empty at each start of the pod.
func scratchVolume(_ name: String) -> JSON { ["name": .string(name), "emptyDir": [:]] }

extension Storage {
  /// The `spec` of a claim.
  var claim: JSON {
    .fields([
      "accessModes": ["ReadWriteOnce"],
      "storageClassName": storageClass.map(JSON.string),
      "resources": ["requests": ["storage": .string(size)]],
    ])
  }

  /// A volume that is claimed for one pod and goes with it.
  func ephemeralVolume(_ name: String) -> JSON {
    ["name": .string(name), "ephemeral": ["volumeClaimTemplate": ["spec": claim]]]
  }
}
