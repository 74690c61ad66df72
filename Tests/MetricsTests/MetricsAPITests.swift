import Facts
import FoundationEssentials
import Metrics
import Testing

@Suite struct MetricsAPITests {
  private static let vector = """
    {"resultType":"vector","result":[
      {"metric":{"__name__":"up","cluster":"a"},"value":[1435781430.781,"1"]},
      {"metric":{"cluster":"b"},"value":[1435781430,"NaN"]},
      {"metric":{"cluster":"c"},"value":[1435781430,"+Inf"]},
      {"metric":{"cluster":"h"},"histogram":[1435781430,{"count":"1","sum":"2"}]}]}
    """

  @Test func `a query goes to the address with its token, and values are read as they are`()
    async throws
  {
    let seen = Seen()
    try await MetricsServer.run { request in
      seen.add(request)
      return .data(Self.vector, besides: ",\"warnings\":[\"no store matched\"],\"infos\":[\"x\"]")
    } _: { server in
      let moment = Date(timeIntervalSince1970: 1_435_781_430.781)
      let answer = try await server.direct.query("up{a=\"b c\"}", at: moment)
      #expect(answer.value.map(\.labels["cluster"]) == ["a", "b", "c"])
      #expect(answer.value[0].value == 1)
      #expect(answer.value[0].time == moment)
      #expect(answer.value[1].value.isNaN)
      #expect(answer.value[2].value == .infinity)
      #expect(answer.warnings == ["no store matched"])
      #expect(answer.remarks == ["x"])
    }
    let request = try #require(seen.all.first)
    #expect(request.path == "/api/v1/query")
    #expect(request.query["query"] == ["up{a=\"b c\"}"])
    #expect(request.query["time"] == ["1435781430.781"])
    #expect(request.authorization == "Bearer querier's")
  }

  @Test func `through a cluster, the service's proxy is asked as the kubeconfig's user`()
    async throws
  {
    let seen = Seen()
    try await MetricsServer.run { request in
      seen.add(request)
      return .data("{\"resultType\":\"scalar\",\"result\":[2,\"7\"]}")
    } _: { server in
      let answer = try await server.proxied.query("time()")
      #expect(answer.value == [Sample(time: Date(timeIntervalSince1970: 2), value: 7)])
    }
    let request = try #require(seen.all.first)
    #expect(request.method == "GET")
    #expect(request.path == "/api/v1/namespaces/thanos/services/query:http/proxy/api/v1/query")
    #expect(request.query["query"] == ["time()"])
    #expect(request.authorization == "Bearer cluster's")
  }

  @Test func `a range, series and values of labels are asked for by their own paths`() async throws
  {
    let seen = Seen()
    try await MetricsServer.run { request in
      seen.add(request)
      return switch request.path {
      case "/api/v1/query_range":
        .data(
          "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"a\":\"b\"},\"values\":[[1,\"2\"],[2,\"-Inf\"]]}]}"
        )
      case "/api/v1/series": .data("[{\"__name__\":\"up\"}]")
      default: .data("null")
      }
    } _: { server in
      let range = Date(timeIntervalSince1970: 1)...Date(timeIntervalSince1970: 61)
      let series = try await server.direct.query("x", over: range, step: 30)
      #expect(series.value.map(\.labels) == [["a": "b"]])
      #expect(series.value[0].points.map(\.value) == [2, -.infinity])
      let found = try await server.direct.series(matching: ["up", "down"], over: range, limit: 9)
      #expect(found.value == [["__name__": "up"]])
      let values = try await server.direct.values(of: "cluster")
      #expect(values.value == [])
    }
    #expect(seen.all.map(\.path).suffix(2) == ["/api/v1/series", "/api/v1/label/cluster/values"])
    #expect(seen.all[0].query["step"] == ["30.0"])
    #expect(seen.all[1].query["match[]"] == ["up", "down"])
    #expect(seen.all[1].query["limit"] == ["9"])
  }

  @Test func `what the API says of itself is told in its words`() async throws {
    try await MetricsServer.run { _ in
      .init(status: 400, text: #"{"status":"error","errorType":"bad_data","error":"parse error"}"#)
    } _: { server in
      for api in [server.direct, server.proxied] {
        await #expect(
          throws: MetricsFailure.declined(type: "bad_data", said: "parse error", status: 400)
        ) { _ = try await api.query("(") }
      }
    }
  }

  @Test func `what the API server says itself is told from what stands behind it`() async throws {
    let said = #"no endpoints available for service "query""#
    let status = """
      {"kind":"Status","apiVersion":"v1","status":"Failure","code":403,"reason":"Forbidden",
       "message":"services \\"query\\" is forbidden"}
      """
    try await MetricsServer.run { request in
      request.query["query"] == ["1"]
        ? .init(status: 403, text: status) : .init(status: 503, text: "<html>\(said)")
    } _: { server in
      let denied = await #expect(throws: MetricsFailure.self) {
        _ = try await server.proxied.query("1")
      }
      #expect(denied?.isForbidden == true)
      #expect(denied?.code == .notThrough)
      let page = await #expect(throws: MetricsFailure.self) {
        _ = try await server.proxied.query("2")
      }
      guard case .refused(503, "<html>\(said)", let answerer)? = page else {
        Issue.record("\(String(describing: page))")
        return
      }
      #expect(answerer.url.hasSuffix("/services/query:http/proxy/api/v1/query"))
    }
  }

  @Test(arguments: [
    ("login", MetricsFlaw.notJSON(begins: "login")), ("{}", .noData),
    (#"{"status":"success"}"#, .noData),
    (
      #"{"status":"success","data":{"resultType":"matrix","result":[]}}"#,
      .otherData(found: "matrix"),
    ),
    (
      #"{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,2]}]}}"#,
      .noSample,
    ),
  ])
  func `a success that is no answer is none`(text: String, flaw: MetricsFlaw) async throws {
    try await MetricsServer.run { _ in
      .init(text: text)
    } _: { server in
      let error = await #expect(throws: MetricsFailure.self) {
        _ = try await server.direct.query("1")
      }
      guard case .unreadable(flaw, _)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test func `answers and questions are bounded`() async throws {
    try await MetricsServer.run(size: 1_000) { _ in
      .init(text: String(repeating: " ", count: 2_000))
    } _: { server in
      for api in [server.direct, server.proxied] {
        let error = await #expect(throws: MetricsFailure.self) { _ = try await api.query("1") }
        #expect(error.map { "\($0)".contains("tooLarge") } == true)
        let question = String(repeating: "a", count: 8_000)
        let other = await #expect(throws: MetricsFailure.self) {
          _ = try await api.query(question)
        }
        #expect(other?.code == .tooLong)
      }
    }
  }
}
