import Fleet
import ObjectStore
import Operate

/// What a plan says of the bucket, with an empty line behind it.
struct BucketText {
  private let planned: PlannedBucket
  private let style: TextStyle

  init(_ planned: PlannedBucket, style: TextStyle) {
    self.planned = planned
    self.style = style
  }

  var text: String { (lines + [""]).map { "\($0)\n" }.joined() }

  private var place: String {
    let bucket = planned.bucket
    return "bucket \(bucket.name) at \(bucket.endpoint) (\(bucket.region))"
  }

  private var lines: [String] {
    switch planned.plan {
    case .create: [style.paint(.addition, "+ \(place)")] + planned.plan.remarks
    case .claim: [style.paint(.modification, "~ \(place)")] + planned.plan.remarks
    case .exists: ["= \(place)"] + planned.plan.remarks
    case .unchecked: ["? \(place)"] + planned.plan.remarks
    case .refused:
      (["! \(place)"] + planned.plan.remarks).map { style.paint(.problem, $0) }
    }
  }
}

extension BucketPlan {
  fileprivate var remarks: [String] { words.map { "    \($0)" } }
}
