// Package branch has transports that are made in a branch which says what scheme their URLs have.
package branch

import (
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"
)

var dialer = &net.Dialer{Timeout: time.Second}

// Probe asks with TLS or without.
func Probe(host string, secure bool) (*http.Response, error) {
	var client *http.Client
	var scheme string
	if secure {
		scheme = "https"
		client = &http.Client{Transport: &http.Transport{ // want `^transport: http.Transport does not set TLSHandshakeTimeout `
			IdleConnTimeout: time.Second, DialContext: dialer.DialContext, TLSClientConfig: &tls.Config{ServerName: host},
		}}
	} else {
		scheme = "http"
		client = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}}
	}
	req, err := http.NewRequest(http.MethodGet, fmt.Sprintf("%s://%s/version", scheme, host), nil)
	if err != nil {
		return nil, err
	}
	return client.Do(req)
}

// Default has TLS unless its branch is taken.
func Default(host string, insecure bool) (*http.Response, error) {
	base := "https://" + host
	client := http.DefaultClient
	if insecure {
		client = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}}
		base = "http://" + host
	}
	return client.Get(base + "/version")
}

// Cases has one for each kind of server.
func Cases(u *url.URL) (*http.Response, error) {
	client := &http.Client{}
	switch u.Scheme {
	case "unix":
		u.Scheme = "http"
		client.Transport = &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}
	case "tls":
		u.Scheme = "https"
		client.Transport = &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	}
	return client.Get(u.Scheme + "://" + u.Host)
}

// Again gets another scheme behind the branches.
func Again(host string, insecure, upgrade bool) (*http.Response, error) {
	scheme := "https"
	client := http.DefaultClient
	if insecure {
		scheme = "http"
		client = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	}
	if upgrade {
		scheme = "https"
	}
	return client.Get(scheme + "://" + host)
}

// Within gets another scheme in the branch.
func Within(host string, insecure bool) (*http.Response, error) {
	scheme := "https"
	client := http.DefaultClient
	if insecure {
		scheme = "http"
		client = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
		scheme = "https"
	}
	return client.Get(scheme + "://" + host)
}

// Outside is made in front of the branch.
func Outside(host string, insecure bool) (*http.Response, error) {
	scheme := "https"
	client := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	if insecure {
		scheme = "http"
		client.Timeout = time.Second
	}
	return client.Get(scheme + "://" + host)
}
