// Package http has the name of net/http, and types with the names of its types.
package http

import "time"

type Transport struct {
	IdleConnTimeout time.Duration
	MaxIdleConns    int
}

type Client struct {
	Transport *Transport
	Timeout   time.Duration
}
