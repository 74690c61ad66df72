import Fleet
import Testing
import Usage

@testable import fedctl

/// How use is shown, whatever clusters have called their things.
struct UsageViewTests {
  private static let hostile = "<script>alert(1)</script>|`=1+1\u{202E}\u{1B}[2J,\"x\""

  private static let report: UsageReport = {
    let build = Build(platform: .openshift, version: hostile)
    let window = UsageWindow(from: 0, step: 300, count: 2)
    let use = Statistics(mean: 1, median: 1, p95: 1, max: 1, count: 2)
    let points = [1, 2].map { Line.Point(time: $0 * 300, value: Double($0), clusters: 1) }
    let sample = ClusterSample(count: 2, mean: 1, least: 0, greatest: 2, deviation: 1)
    let test = DifferenceTest(
      method: .welch,
      difference: 1,
      interval: 0.5...1.5,
      probability: 0.01,
    )
    return UsageReport(
      fleet: hostile,
      figures: UsageFigures(
        window: window,
        scale: .node,
        clusters: [
          .init(
            name: "=\(hostile)",
            platform: .openshift,
            builds: [.init(build: build, steps: 2)],
            nodes: 3,
            steps: 2,
          )
        ],
        figures: [
          Figure(
            cluster: "=\(hostile)",
            build: build,
            component: hostile,
            measure: .cpu,
            whole: use,
            perNode: use,
            perPod: nil,
          )
        ],
        lines: [Line(build: build, component: hostile, measure: .cpu, points: points)],
        gaps: [.strangers([hostile])],
        queries: [UsageQuery(.measure(.cpu), expression: "up{a=\"<b>\"}", series: 1)],
      ),
      baseline: BaselineComparison(
        cluster: hostile,
        builds: [build],
        rows: [
          .init(component: hostile, measure: .cpu, build: build, sample: sample, baseline: 0)
        ],
        unmatched: [.init(component: hostile, measure: .cpu, side: .baseline, value: 1)],
      ),
      comparisons: [
        BuildComparison(
          base: build,
          other: build,
          rows: [
            .init(
              component: hostile,
              measure: .cpu,
              base: sample,
              other: sample,
              test: test,
              isReal: false,
            )
          ],
          unmatched: [],
        )
      ],
    )
  }()

  private func document(_ form: UsageForm) -> String {
    UsageOutcome.report(Self.report, ComponentTable())
      .document(form, isWhole: true, limit: 60_000, style: TextStyle(isColoured: false))
  }

  @Test func `no text of a report becomes markup, and nothing is loaded`() {
    let page = document(.html)
    #expect(!page.contains("<script") && !page.contains("<b>") && !page.contains("\u{202E}"))
    #expect(
      !page.contains("http:") && !page.contains("https:") && page.contains("default-src 'none'")
    )
    #expect(page.contains("&lt;script&gt;"))
    // As many pictures as have something to draw: the baseline, the builds, bars and a line for each of two.
    #expect(page.matches(of: /<svg class="chart"/).count == 4)
  }

  @Test func `a spreadsheet works nothing out, and a cell stays a cell`() {
    let lines = document(.csv).split(separator: "\n")
    #expect(lines.count == 3 && lines[1].contains(",\"'=<script>"))
    #expect(lines[1].contains("\"\"x\"\""))
  }

  @Test func `in Markdown text of others is code, and no cell ends early`() {
    let markdown = document(.markdown)
    #expect(!markdown.contains("\u{1B}") && !markdown.contains("\u{202E}"))
    for line in markdown.split(separator: "\n") where line.hasPrefix("| ") {
      #expect([9, 7, 11].contains(line.matches(of: #/ \|/#).count), "\(line)")
    }
  }

  @Test func `a terminal is not steered`() {
    #expect(!document(.text).contains("\u{1B}") && !document(.text).contains("\u{202E}"))
    #expect(document(.text).contains("maybe"))
  }

  @Test(arguments: [
    (0.25, Measure.Unit.cores, "250m"), (0.0004, .cores, "400µ"), (1.5, .cores, "1.50"),
    (0, .cores, "0"), (1234, .cores, "1.23k"), (0.9999, .cores, "1.00"),
    (1536, .bytes, "1.50 KiB"), (1_073_741_824, .bytes, "1.00 GiB"), (0, .bytes, "0 B"),
    (999, .bytesPerSecond, "999"), (62_300, .bytesPerSecond, "62.3k"), (999_999, .count, "1.00M"),
    (-1536, .bytes, "-1.50 KiB"), (.nan, .count, "–"),
  ])
  func `a number has three digits and the prefix of its unit`(
    value: Double,
    unit: Measure.Unit,
    text: String,
  ) {
    #expect(Amount.text(value, unit) == text)
  }

  @Test func `a difference has a sign, and nothing has none`() {
    #expect(Amount.difference(0.25, .cores) == "+250m" && Amount.difference(0, .cores) == "0")
    #expect(Amount.difference(-0.25, .cores) == "-250m")
    #expect(Amount.relative(0.125) == "+12.5 %" && Amount.relative(nil) == "–")
    #expect(Amount.relative(0) == "0.00 %")
  }

  @Test func `an axis has round numbers that hold all values`() {
    let cores = Axis([0.37, 2.27], .cores)
    #expect(cores.ticks.map { Amount.text($0, .cores) } == ["0", "1", "2", "3"])
    let bytes = Axis([3.91 * 1_073_741_824], .bytes)
    #expect(bytes.ticks.map { Amount.text($0, .bytes) }.contains("2.00 GiB"))
    #expect(Axis([0], .cores).ticks.count > 1)
    let near = Axis([100, 104], .count, fromZero: false)
    #expect(near.low >= 90 && near.high >= 104)
  }
}
