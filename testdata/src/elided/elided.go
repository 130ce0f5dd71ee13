// Package elided leaves the type of the literal to the slice, array or map around it.
package elided

import (
	"net"
	"net/http"
	"time"
)

var dial = (&net.Dialer{Timeout: 5 * time.Second}).DialContext

var Pointers = []*http.Transport{
	{}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	{MaxIdleConns: 10, MaxIdleConnsPerHost: 10, TLSHandshakeTimeout: time.Second, DialContext: dial}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\)(;|$)`
	{MaxIdleConns: 10, MaxIdleConnsPerHost: 10, TLSHandshakeTimeout: time.Second, DialContext: dial, IdleConnTimeout: time.Second},
	nil,
}

var Values = []http.Transport{
	{ // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		IdleConnTimeout: time.Second,
	},
	{MaxIdleConns: 10, MaxIdleConnsPerHost: 10, TLSHandshakeTimeout: time.Second, DialContext: dial, IdleConnTimeout: time.Second},
}

var Array = [...]http.Transport{
	2: {TLSHandshakeTimeout: time.Second, DialContext: dial}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

var ByName = map[string]*http.Transport{
	"plain": {}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	"tuned": {MaxIdleConns: 10, MaxIdleConnsPerHost: 10, TLSHandshakeTimeout: time.Second, DialContext: dial, IdleConnTimeout: time.Second},
}

var Dialers = map[string][]net.Dialer{
	"slow": {
		{},                            // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		{KeepAlive: 30 * time.Second}, // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	},
	"quick": {
		{Timeout: time.Second},
		{Deadline: time.Now().Add(time.Minute)},
	},
}

// A table with the pointers spelled out.
func table() {
	for _, row := range []struct {
		name string
		rt   *http.Transport
	}{
		{"plain", &http.Transport{}}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		{"tuned", &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 10, TLSHandshakeTimeout: time.Second, DialContext: dial, IdleConnTimeout: time.Second}},
		{name: "none"},
	} {
		client := http.Client{Transport: row.rt}
		_, _ = client.Get("https://example.com/" + row.name)
	}
}
