// Package aliased reaches the types through aliases; the message has the type's own name.
package aliased

import (
	"net"
	"net/http"
	"time"
)

type (
	transport     = http.Transport
	tripper       = transport
	pointer       = *http.Transport
	listOf[T any] = []*T
	dialer        = net.Dialer
)

var dial = (&dialer{Timeout: 5 * time.Second}).DialContext

var (
	Once  = &transport{}   // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	Twice = tripper{}      // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	New   = new(transport) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	Zero  transport        // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	Loose = &dialer{}      // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	Nil   pointer          // a nil pointer is no transport
)

var Full = &tripper{
	DialContext:         dial,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 100,
	IdleConnTimeout:     30 * time.Second,
}

var Elided = []pointer{
	{DialContext: dial, TLSHandshakeTimeout: time.Second}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

var Generic = listOf[http.Transport]{
	{IdleConnTimeout: time.Second}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
