import JSON

/// StorageClass: who makes volumes, and how; hardly anything of it may change.
let storageClassRules = KindRules(
  check: { object, problems in
    let provisioner = object["provisioner"]
    if provisioner.isEmpty {
      problems.required(provisioner)
    } else {
      // Capitals are let pass: the server looks at the name in small letters, and shows those.
      let name = provisioner.text.lowercased()
      problems.invalid(provisioner, qualifiedNameProblems(name), showing: .string(name))
    }
    let parameters = object["parameters"]
    if parameters.entries.contains(where: { $0.key.isEmpty }) {
      problems.invalid(parameters, "field can not be empty.", showing: "")
    }
    problems.check(object["reclaimPolicy"], oneOf: ["Delete", "Retain"])
    let mode = object["volumeBindingMode"]
    let modes = ["Immediate", "WaitForFirstConsumer"]
    if !modes.contains(mode.text) { problems.unsupported(mode, modes) }
  },
  checkChange: { object, live, problems in
    for key in ["parameters", "provisioner", "reclaimPolicy", "volumeBindingMode"] {
      checkImmutable(object[key], live[key], &problems)
    }
  },
)
