extension ReportComponent {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      name: try section.text("name"),
      namespaces: try section.texts("namespaces"),
      workloads: try section.texts("workloads"),
    )
  }
}
