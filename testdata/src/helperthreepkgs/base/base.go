// Package base sets the fields.
package base

import (
	"net"
	"net/http"
	"time"
)

func SetIdle(t *http.Transport) { t.IdleConnTimeout = time.Minute }

func Leave(t *http.Transport) {}

func SetAll(t *http.Transport) {
	SetIdle(t)
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.TLSHandshakeTimeout = 5 * time.Second
	t.DialContext = (&net.Dialer{Timeout: 5 * time.Second}).DialContext
}
