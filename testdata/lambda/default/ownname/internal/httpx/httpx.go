// Package httpx has a client that only shares a name with the one of net/http.
package httpx

import (
	"net/http"
	"time"
)

var DefaultClient = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}
