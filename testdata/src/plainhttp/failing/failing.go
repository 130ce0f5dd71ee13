// Package failing has URLs from functions that may fail.
package failing

import (
	"errors"
	"net"
	"net/http"
	"net/url"
	"time"
)

var dialer = &net.Dialer{Timeout: time.Second}

var errID = errors.New("no container ID")

func containerURL(id string) (string, error) {
	if id == "" {
		return "", errID
	}
	u := &url.URL{Scheme: "http", Host: "localhost", Path: "/containers/" + id}
	return u.String(), nil
}

// Container asks for one container.
func Container(id string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}}
	u, err := containerURL(id)
	if err != nil {
		return nil, err
	}
	return client.Get(u)
}

func parsed(id string) (url.URL, bool) {
	if id == "" {
		return url.URL{}, false
	}
	return url.URL{Scheme: "http", Host: "localhost", Path: id}, true
}

// Parsed does so with a URL in parts.
func Parsed(id string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}}
	u, ok := parsed(id)
	if !ok {
		return nil, errID
	}
	return client.Get(u.String())
}

func either(id string) (string, error) {
	if id == "" {
		return "https://example.com", errID
	}
	return "http://localhost/" + id, nil
}

// Either gets a URL with TLS beside an error.
func Either(id string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	u, err := either(id)
	if u == "" {
		return nil, err
	}
	return client.Get(u)
}

func empty(id string) (string, error) {
	if id == "" {
		return "", nil
	}
	return "http://localhost/" + id, nil
}

// Empty may get no URL, and no error either.
func Empty(id string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	u, err := empty(id)
	if err != nil {
		return nil, err
	}
	return client.Get(u)
}
