import Facts
import JSON
import YAML

extension Rule {
  /// Vendors whose hosts name the region that their buckets are in.
  private static let vendors = [
    "amazonaws.com", "amazonaws.com.cn", "wasabisys.com", "backblazeb2.com",
  ]

  /// A host of one region and another region beside it: requests would be signed for the wrong one, or go
  /// to where the bucket is not.
  static let regionFitsEndpoint = Rule { source in
    let bucket = source.root["bucket"]
    guard let region = bucket?["region"]?.scalar?.text, let endpoint = bucket?["endpoint"],
      vendors.contains(where: BucketHost(of: source).isWithin)
    else { return [] }
    let named = BucketHost(of: source).name.split(separator: ".").first {
      $0.wholeMatch(of: /[a-z]{2}(-[a-z]+)+-[0-9]+/) != nil
    }
    // What is spelt as no region of theirs is told as that.
    guard let named, named != region, region.wholeMatch(of: /[a-z0-9-]+/) != nil else { return [] }
    let problem = BucketProblem.otherRegion(region, ofEndpoint: String(named))
    return [FleetProblem(.bucket(problem), .warning, at: endpoint.mark)]
  }
}
