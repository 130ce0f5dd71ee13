// Package deferred clones http.DefaultTransport and leaves to others when that ends.
package deferred

import (
	"io"
	"net/http"
)

func Fetch(url string) ([]byte, error) {
	tr := http.DefaultTransport.(*http.Transport).Clone() // want `^leak: a clone of http.DefaultTransport is created on every call and does not set IdleConnTimeout \(its connections stay for 90s\); create it once$`
	client := &http.Client{Transport: tr}
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func Closed(url string) ([]byte, error) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	defer tr.CloseIdleConnections()
	client := &http.Client{Transport: tr}
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func Maybe(url string, last bool) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	client := &http.Client{Transport: tr}
	client.Get(url)
	if last {
		client.CloseIdleConnections()
	}
}

func Off(url string) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.DisableKeepAlives = true
	client := &http.Client{Transport: tr}
	client.Get(url)
}

// The pool of http.DefaultTransport is shared.
func Shared(url string) {
	client := &http.Client{}
	client.Get(url)
}
