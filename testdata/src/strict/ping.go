package strict

import (
	"net/http"
	"time"
)

// Pings are sent, so PingTimeout decides.
var ping = &http.HTTP2Config{SendPingTimeout: 30 * time.Second, PingTimeout: 5 * time.Second}

// PingTimeout alone does nothing.
var pong = &http.HTTP2Config{PingTimeout: 5 * time.Second} // want `^transport: http.HTTP2Config does not set SendPingTimeout \(a peer that vanished is never noticed\)$`

func pings() *http.HTTP2Config {
	config := new(http.HTTP2Config)
	config.SendPingTimeout = 30 * time.Second
	return config
}
