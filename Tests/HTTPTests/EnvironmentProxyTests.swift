import Testing

@testable import HTTP

/// The rules of golang.org/x/net/http/httpproxy, which kubectl goes by.
struct EnvironmentProxyTests {
  private func proxy(_ url: String, _ environment: [String: String]) -> String? {
    EnvironmentProxy(environment).proxy(for: url)
  }

  @Test func `each scheme has its proxy, in capitals or small letters`() {
    let environment = ["HTTPS_PROXY": "http://secure:1", "http_proxy": "plain:2"]
    #expect(proxy("https://a.example.com/x", environment) == "http://secure:1")
    #expect(proxy("http://a.example.com/x", environment) == "http://plain:2")
    #expect(proxy("https://a.example.com", ["ALL_PROXY": "http://all:1"]) == nil)
    #expect(
      proxy("https://a.example.com", ["HTTPS_PROXY": "", "https_proxy": "socks5://s:1"])
        == "socks5://s:1"
    )
  }

  @Test(arguments: ["localhost", "LOCALHOST:8443", "127.0.0.1", "127.9.9.9:6443", "[::1]:6443"])
  func `this machine is asked without one`(host: String) {
    #expect(proxy("https://\(host)/x", ["HTTPS_PROXY": "http://p:1"]) == nil)
  }

  @Test(
    arguments: [
      ("example.com", "example.com", true), ("example.com", "api.example.com", true),
      ("example.com", "notexample.com", false), (".example.com", "example.com", false),
      (".example.com", "api.example.com", true), ("*.example.com", "api.example.com", true),
      ("*.example.com", "example.com", false), ("*", "anything.org", true),
      ("EXAMPLE.com", "api.Example.COM", true), ("example.com:6443", "example.com:6443", true),
      ("example.com:6443", "example.com", false), ("example.com:443", "example.com", true),
      ("10.0.0.0/8", "10.1.2.3:6443", true), ("10.0.0.0/8", "11.1.2.3", false),
      ("10.1.0.0/20", "10.1.15.1", true), ("10.1.0.0/20", "10.1.16.1", false),
      ("10.1.2.3", "10.1.2.3", true), ("10.1.2.3:80", "10.1.2.3", false),
      ("fd00::/8", "[fd12::1]:6443", true), ("fd12::1", "[fd12:0::1]", true),
      ("0.0.0.0/0", "name.example.com", false), ("a.org, b.org", "b.org", true),
      ("", "a.org", false),
    ] as [(String, String, Bool)]
  )
  func `NO_PROXY excepts what Go excepts`(exceptions: String, host: String, isExcepted: Bool) {
    let found = proxy("https://\(host)/x", ["HTTPS_PROXY": "http://p:1", "NO_PROXY": exceptions])
    #expect((found == nil) == isExcepted)
  }
}
