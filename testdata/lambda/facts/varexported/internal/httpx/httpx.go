// Package httpx holds the client that all binaries share.
package httpx

import (
	"net/http"
	"time"
)

// Client is shared.
var Client = &http.Client{Timeout: 10 * time.Second}
