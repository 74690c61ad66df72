import JSON

/// In bytes: a MiB, as much as etcd takes of one object.
private let sizeLimit = 1_048_576

/// ConfigMap: keys that can be names of files, and a MiB in all.
let configMapRules = KindRules(
  check: { object, problems in
    var size = 0
    for (key, place) in object["data"].entries {
      problems.invalid(place, configKeyProblems(key), showing: .string(key))
      if object["binaryData"].value?[key] != nil {
        problems.invalid(place, "duplicate of key present in binaryData", showing: .string(key))
      }
      size += place.text.utf8.count
    }
    for (key, place) in object["binaryData"].entries {
      problems.invalid(place, configKeyProblems(key), showing: .string(key))
      size += place.text.utf8.count / 4 * 3
    }
    if size > sizeLimit { problems.tooLong(Place(nil, at: ""), bytes: sizeLimit) }
  },
  checkChange: { object, live, problems in
    checkFrozen(object, live, ["data", "binaryData"], &problems)
  },
)

/// What is marked `immutable` stays so, and its content too.
func checkFrozen(_ object: Place, _ live: Place, _ content: [String], _ problems: inout Problems) {
  guard live["immutable"].isTrue else { return }
  let why = "field is immutable when `immutable` is set"
  if !object["immutable"].isTrue { problems.forbidden(object["immutable"], why) }
  for key in content where object[key].value != live[key].value {
    problems.forbidden(object[key], why)
  }
}
