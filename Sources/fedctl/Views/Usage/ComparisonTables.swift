import Usage

extension UsageTables {
  /// The fleet's builds beside the baseline, a table a measure.
  func tables(of baseline: BaselineComparison) -> [UsageTable] {
    let measured = Set(baseline.rows.map(\.measure) + baseline.unmatched.map(\.measure))
    return figures.measures.filter(measured.contains).map { measure in
      let rows = baseline.rows.filter { $0.measure == measure }
      let told = chosen(rows, by: \.difference)
      return UsageTable(
        title: UsageReportWords.beside(baseline.cluster, measure, figures.scale),
        columns: UsageReportWords.baselineColumns,
        rows: told.map { row($0, measure.unit) },
        omitted: rows.count - told.count,
        notes: notes(of: baseline, measure),
        query: query(of: measure),
        charts: chart(
          UsageReportWords.beside(baseline.cluster, measure, figures.scale),
          measure,
          told.map { row in
            IntervalChart.Entry(
              name: "\(row.component) \(row.build?.version ?? "")",
              difference: row.difference,
              interval: nil,
              isReal: true,
              label: Amount.difference(row.difference, measure.unit),
            )
          },
        ),
      )
    }
  }

  private func row(_ row: BaselineComparison.Row, _ unit: Measure.Unit) -> [String] {
    [
      row.component, row.build?.version ?? UsageReportWords.unknown, "\(row.sample.count)",
      Amount.text(row.sample.mean, unit), Amount.text(row.baseline, unit),
      Amount.difference(row.difference, unit), Amount.relative(row.relative),
    ]
  }

  /// What one side lacks, with what the other uses.
  private func notes(of baseline: BaselineComparison, _ measure: Measure) -> [String] {
    let own = baseline.unmatched.filter { $0.measure == measure }
    return Dictionary(grouping: own) { $0.side == .baseline }
      .sorted { !$0.key && $1.key }
      .map { isBaseline, items in
        let names = items.map { item in
          let version =
            if case .build(let build?) = item.side { " \(build.version)" } else { "" }
          return item.component + version + " " + Amount.text(item.value, measure.unit)
        }
        // The same component of several builds, or the baseline's beside several, is one.
        let told = Array(names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } })
        let side =
          isBaseline ? UsageReportWords.onlyBaseline(baseline.cluster) : UsageReportWords.onlyHere
        return "\(side): \(UsageReportWords.list(told, atMost: isWhole ? told.count : 8))"
      }
  }

  /// One build beside another, a table a measure.
  func tables(of comparison: BuildComparison) -> [UsageTable] {
    let measured = Set(comparison.rows.map(\.measure) + comparison.unmatched.map(\.measure))
    return figures.measures.filter(measured.contains).map { measure in
      let rows = comparison.rows.filter { $0.measure == measure }
      let told = chosen(rows, by: \.difference)
      let title = UsageReportWords.against(comparison, measure, figures.scale)
      return UsageTable(
        title: title,
        columns: UsageReportWords.comparisonColumns(comparison),
        rows: told.map { row($0, measure.unit) },
        omitted: rows.count - told.count,
        notes: notes(of: comparison, measure),
        query: query(of: measure),
        charts: chart(
          title,
          measure,
          told.map { row in
            IntervalChart.Entry(
              name: row.component,
              difference: row.difference,
              interval: row.test.interval,
              isReal: row.isReal ?? false,
              label: Amount.difference(row.difference, measure.unit),
            )
          },
        ),
      )
    }
  }

  private func row(_ row: BuildComparison.Row, _ unit: Measure.Unit) -> [String] {
    let reach = row.test.interval.map { ($0.upperBound - $0.lowerBound) / 2 }
    return [
      row.component, Amount.text(row.base.mean, unit), "\(row.base.count)",
      Amount.text(row.other.mean, unit), "\(row.other.count)",
      Amount.difference(row.difference, unit), Amount.relative(row.relative),
      reach.map { "±\(Amount.text($0, unit))" } ?? "–", UsageReportWords.verdict(row),
      spread(row.base, unit), spread(row.other, unit),
    ]
  }

  /// From the least to the greatest of the clusters.
  private func spread(_ sample: ClusterSample, _ unit: Measure.Unit) -> String {
    "\(Amount.text(sample.least, unit)) … \(Amount.text(sample.greatest, unit))"
  }

  private func notes(of comparison: BuildComparison, _ measure: Measure) -> [String] {
    let own = comparison.unmatched.filter { $0.measure == measure }
    return [comparison.base, comparison.other].compactMap { build in
      let names = own.filter { $0.build == build }
        .map { "\($0.component) \(Amount.text($0.value, measure.unit))" }
      guard !names.isEmpty else { return nil }
      let told = UsageReportWords.list(names, atMost: isWhole ? names.count : 8)
      return "\(UsageReportWords.only(build)): \(told)"
    }
  }

  /// All where all are told.
  private func chosen<Row>(_ rows: [Row], by difference: (Row) -> Double) -> [Row] {
    rows.mostDifferent(isWhole ? rows.count : enough, by: difference)
  }

  private func chart(
    _ title: String,
    _ measure: Measure,
    _ entries: [IntervalChart.Entry],
  ) -> [UsageChart] {
    let told = entries.prefix(enough)
    guard !told.isEmpty else { return [] }
    return [.intervals(IntervalChart(title: title, unit: measure.unit, entries: Array(told)))]
  }
}

extension Array {
  /// So many of those that differ most, to either side, in their order.
  func mostDifferent(_ count: Int, by difference: (Element) -> Double) -> [Element] {
    guard self.count > count else { return self }
    let largest = indices.sorted {
      difference(self[$0]).magnitude > difference(self[$1]).magnitude
    }
    return largest.prefix(count).sorted().map { self[$0] }
  }
}
