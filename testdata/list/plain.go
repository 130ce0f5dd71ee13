package shapes

import (
	"net"
	"net/http"
	"time"
)

const dialTimeout = 5 * time.Second

// Client has all limits.
var Client = &http.Client{
	Timeout: 30 * time.Second,
	Transport: &http.Transport{
		DialContext:           (&net.Dialer{Timeout: dialTimeout}).DialContext,
		TLSHandshakeTimeout:   10 * time.Second,
		ResponseHeaderTimeout: 15 * time.Second,
		IdleConnTimeout:       90 * time.Second,
		MaxIdleConns:          100,
	},
}

// Bare has none.
var Bare = &http.Client{Transport: &http.Transport{}}

// Default has http.DefaultTransport's.
var Default = &http.Client{}
