// Package allow is analyzed with net/http.Transport.MaxIdleConnsPerHost allowed to be unset.
package allow

import (
	"net"
	"net/http"
	"time"
)

var Zero = &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`

var TwoPerHost = &http.Transport{
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	IdleConnTimeout:     30 * time.Second,
}

// It turns keep-alives off all the same.
var Off = &http.Transport{MaxIdleConnsPerHost: -1} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`

var Loose = net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
