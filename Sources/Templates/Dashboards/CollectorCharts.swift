/// What the dashboard of a fleet with collectors shows: nothing but what every collector takes.
enum CollectorCharts {
  static let all =
    SharedCharts.usage(cpu: CollectedSeries.cpu, memory: CollectedSeries.memory) + [
      SharedCharts.targetsUp, age,
    ]

  private static let age = Chart(
    title: "Age of the newest sample",
    query: #"time() - max by (cluster) (timestamp(up{cluster=~"$cluster"}))"#,
    legend: "{{cluster}}",
    unit: "s",
  )
}
