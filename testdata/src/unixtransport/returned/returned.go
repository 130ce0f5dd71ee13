// Package returned dials by functions that another package returns.
package returned

import (
	"net/http"

	"unixtransport/sock"
)

// Method has a method of a value that went there.
func Method(path string) *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: (&sock.Dialer{Path: path}).DialContext}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// Func dials a socket.
func Func(path string) *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: sock.To(path)}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// TCP dials the network.
func TCP(addr string) *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: sock.TCP(addr)}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// Both has two functions.
func Both(path, addr string) *http.Client {
	t := &http.Transport{DialContext: sock.To(path)} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if path == "" {
		t.DialContext = sock.TCP(addr)
	}
	return &http.Client{Transport: t}
}

// Variable has one by a variable.
func Variable(path string) *http.Client {
	dial := sock.To(path)
	return &http.Client{Transport: &http.Transport{DialContext: dial}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// Chosen has one of two.
func Chosen(path, addr string) *http.Client {
	dial := sock.To(path)
	if path == "" {
		dial = sock.TCP(addr)
	}
	return &http.Client{Transport: &http.Transport{DialContext: dial}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
