import Facts
import Text
import YAML

extension Rule {
  /// Samples are kept until coarser ones have been made of them.
  ///
  /// Thanos makes those of five minutes after 40 hours, and those of an hour after 10 days (`ResLevel1DownsampleRange` and
  /// `ResLevel2DownsampleRange`), and its compactor does not start where they would be deleted before.
  static let downsamplingHasTime = Rule { source in
    let hub = source.section.optionalSection("hub")?.optionalSection("compactor")
    guard let compactor = hub, (try? compactor.flag("downsampling")) == true else { return [] }
    return [("raw", "40h"), ("fiveMinutes", "10d")].compactMap { key, least in
      guard let node = source.root["hub"]?["compactor"]?["retention"]?[key],
        let text = node.scalar?.text, let kept = PrometheusDuration(text),
        let needed = PrometheusDuration(least), kept.milliseconds > 0, kept < needed
      else { return nil }
      return FleetProblem(.hub(.retentionTooShort(text, key: key, least: least)), at: node.mark)
    }
  }
}
