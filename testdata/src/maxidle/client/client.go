// Package client has a client without a Transport.
package client

import "net/http"

var Client = &http.Client{} // want `^require: http.DefaultTransport has a 90s IdleConnTimeout`
