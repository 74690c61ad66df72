import ArgumentParser
import Operate
import Usage

/// `fedctl report`: what each component costs.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Tell what each component of the clusters uses, by version, beside a baseline.",
    discussion: """
      Asks the hub's querier through its API server, a fixed number of questions whatever the number of \
      clusters, and changes nothing. What is missing is listed, and never counted as zero. Exit status: 0 \
      told, 1 error, 3 nothing is known of a cluster.
      """,
  )

  @OptionGroup var file: FleetOptions
  @OptionGroup var connections: ClusterOptions
  @OptionGroup var query: QueryOptions
  @OptionGroup var forms: UsageOptions

  @Option(help: ArgumentHelp("How far back to look: 6h, 7d, 4w.", valueName: "duration"))
  var window = Span(seconds: 86_400)

  @Option(
    help: ArgumentHelp(
      "How long a step is, of which one value is told: 5m, 1h. (default: what cuts the window into 300)",
      valueName: "duration",
    )
  )
  var resolution: Span?

  @Option(
    help: ArgumentHelp(
      "When the window ends, as 2026-11-27 or 2026-11-27T12:00:00Z. (default: now)",
      valueName: "time",
    )
  )
  var until: Moment?

  @Option(
    name: .customLong("cluster"),
    help: ArgumentHelp("Only this cluster; may be given several times.", valueName: "cluster"),
    completion: .managedClusters,
  )
  var clusters: [String] = []

  @OptionGroup var groups: GroupOptions

  @Option(
    name: .customLong("component"),
    help: ArgumentHelp(
      "Only this component; may be given several times.",
      valueName: "component",
    ),
  )
  var components: [String] = []

  @Option(
    help: ArgumentHelp(
      "The cluster that all others are held against.",
      valueName: "cluster",
    ),
    completion: .managedClusters,
  )
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Hold versions against the first of them, or a single one against the newest other.",
      valueName: "version,…",
    )
  )
  var compare: String?

  @Option(help: "By what clusters are made comparable: node, pod or cluster (not at all).")
  var per = Scale.node

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Ask nothing, and tell the trend of reports that -o json has written.",
      valueName: "file …",
    ),
    completion: .file(extensions: ["json"]),
  )
  var history: [String] = []

  /// A trend has the windows and clusters of its reports.
  func validate() throws {
    let isWhole = clusters.isEmpty && groups.groups.isEmpty && components.isEmpty
    guard history.isEmpty || (baseline == nil && compare == nil && isWhole) else {
      throw ValidationError(
        """
        --history tells what reports say: leave out --baseline, --compare, --cluster, --group and --component
        """
      )
    }
  }

  /// Asks or reads, tells, and ends with 3 where nothing is known of a cluster.
  func run() async throws {
    let console = Console(file.output)
    guard history.isEmpty else {
      return try forms.tell(.history(readHistory(history, scale: per)), on: console)
    }
    let inquiry = try await UsageInquiry.open(
      request,
      settings,
      by: query.settings().way,
      view: TextView(console, isVerbose: file.output.verbose),
    ) { fleet throws(SessionProblem) in
      try groups.adding(to: clusters, in: fleet)
    }
    let report = try await inquiry.report()
    try forms.tell(.report(report, inquiry.table), on: console)
    if report.isIncomplete { throw ExitCode(.incomplete) }
  }

  private var request: SessionRequest {
    var request = SessionRequest(file, connections, waitTimeout: connections.requestTimeout)
    request.needsBucketKeys = false
    return request
  }

  private var settings: UsageSettings {
    UsageSettings(
      window: window.seconds,
      step: resolution?.seconds,
      end: until?.seconds ?? Moment.now,
      scale: per,
      choice: UsageChoice(
        components: components,
        baseline: baseline,
        versions: (compare ?? "").split(separator: ",").map(String.init),
      ),
    )
  }
}

extension Scale: ExpressibleByArgument {}
