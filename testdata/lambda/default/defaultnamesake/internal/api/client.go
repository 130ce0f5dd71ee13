// Package api has a DefaultClient of its own.
package api

import (
	"net/http"
	"time"
)

// DefaultClient is there for whoever needs no other.
var DefaultClient = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}
