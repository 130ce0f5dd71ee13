// Package renamedimport gives net, net/http and crypto/tls other names; the message keeps the real ones.
package renamedimport

import (
	secure "crypto/tls"
	sockets "net"
	web "net/http"
	"time"
)

var Plain = &web.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

var Loose = sockets.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

var Secure = secure.Dialer{} // want `^dialer: tls.Dialer does not set NetDialer \([^)]*\)(;|$)`

var Full = &web.Transport{
	DialContext:         (&sockets.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 100,
	IdleConnTimeout:     30 * time.Second,
}
