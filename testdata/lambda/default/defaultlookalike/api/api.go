// Package api has a transport with the name of another one.
package api

import (
	"net/http"
	"time"
)

var DefaultTransport http.RoundTripper = &http.Transport{IdleConnTimeout: 30 * time.Second}
