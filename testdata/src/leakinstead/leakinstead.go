// Package leakinstead shows that the rule leak says what transport would say of IdleConnTimeout.
package leakinstead

import (
	"net"
	"net/http"
	"time"
)

func Fetch(url string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 100}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout ` `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost`
	client.Get(url)
}

func Alone(url string) {
	client := &http.Client{Transport: &http.Transport{ // want `^leak: `
		DialContext:         (&net.Dialer{Timeout: time.Second}).DialContext,
		TLSHandshakeTimeout: time.Second,
	}}
	client.Get(url)
}
