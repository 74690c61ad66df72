extension WriteQueue {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      capacity: try section.count("capacity"),
      maxShards: try section.count("maxShards"),
      maxSamplesPerSend: try section.count("maxSamplesPerSend"),
      batchSendDeadline: try section.text("batchSendDeadline"),
      minBackoff: try section.text("minBackoff"),
      maxBackoff: try section.text("maxBackoff"),
    )
  }
}

extension WriteTarget {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      name: try section.text("name"),
      url: try section.text("url"),
      access: try ClientAccess(section),
      headers: try section.map("headers"),
      queue: try WriteQueue(section.section("queue")),
      relabelling: try section.relabellings("writeRelabel"),
    )
  }
}
