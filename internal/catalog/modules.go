package catalog

// webSocketDialer catalogs the dialer of gorilla/websocket.
func webSocketDialer() Type {
	return Type{
		Package: "github.com/gorilla/websocket", Name: "Dialer", Rule: "dialer",
		Module: "github.com/gorilla/websocket", Versions: []string{"v1.4.2", "v1.5.3"},
		Fields: []Field{
			{
				Name: "HandshakeTimeout", Class: NoLimit, Evidence: "TestWebSocketHandshakeTimeout",
				Limits: LimitsTLS,
				Zero:   "If the server never answers the WebSocket handshake, the wait has no limit unless the context has a deadline.",
				Effect: "the WebSocket handshake can hang forever",
				Insert: "45 * time.Second", // as websocket.DefaultDialer
			},
			{
				Name: "Proxy", Class: Degraded, Evidence: "TestWebSocketProxy",
				Zero:   "Connections go directly to the server, whatever HTTP_PROXY and HTTPS_PROXY say.",
				Effect: "the environment's proxy is ignored",
				Insert: "http.ProxyFromEnvironment",
			},
		},
	}
}

// fastClient catalogs the client of fasthttp.
func fastClient() Type {
	return Type{
		Package: "github.com/valyala/fasthttp", Name: "Client", Rule: "client",
		Module: "github.com/valyala/fasthttp", Versions: []string{"v1.40.0", "v1.77.0"},
		Fields: []Field{{
			Name: "ReadTimeout", Class: NoLimit, Default: true, Evidence: "TestFastHTTPReadTimeout",
			Limits: LimitsWait,
			Zero:   "The wait for a response has no limit unless the call is DoTimeout or DoDeadline.",
			Effect: "a response can be awaited forever",
		}},
	}
}

// redisPool catalogs the pool of redigo.
func redisPool() Type {
	return Type{
		Package: "github.com/gomodule/redigo/redis", Name: "Pool", Rule: "pool",
		Module: "github.com/gomodule/redigo", Versions: []string{"v1.8.9", "v1.9.3"},
		Fields: []Field{{
			Name: "IdleTimeout", Class: NoLimit, Default: true, Evidence: "TestPoolAfterFreeze",
			Limits: LimitsIdle,
			Zero:   "An idle connection is kept and reused, even if the server closed it long ago.",
			Effect: "dead idle connections are used again",
			Insert: "4 * time.Minute",
			SetBy:  []string{"MaxConnLifetime", "TestOnBorrow", "TestOnBorrowContext"},
		}},
	}
}
