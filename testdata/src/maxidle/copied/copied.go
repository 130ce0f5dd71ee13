// Package copied takes http.DefaultTransport's own IdleConnTimeout.
package copied

import "net/http"

func New() *http.Transport {
	return &http.Transport{
		MaxIdleConns:    http.DefaultTransport.(*http.Transport).MaxIdleConns,
		IdleConnTimeout: http.DefaultTransport.(*http.Transport).IdleConnTimeout, // want `^require: http.DefaultTransport has a 90s IdleConnTimeout`
	}
}
