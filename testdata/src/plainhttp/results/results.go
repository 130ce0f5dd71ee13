// Package results has transports that are returned beside the scheme of their URLs.
package results

import (
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"time"
)

var dialer = &net.Dialer{Timeout: time.Second}

// named sets its results in branches.
func named(config *tls.Config) (client *http.Client, scheme string, err error) {
	if config != nil {
		client = &http.Client{Transport: &http.Transport{ // want `^transport: http.Transport does not set TLSHandshakeTimeout `
			IdleConnTimeout: time.Second, DialContext: dialer.DialContext, TLSClientConfig: config,
		}}
		scheme = "https"
	} else {
		client = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}}
		scheme = "http"
	}
	client.Timeout = time.Second
	return
}

// Named sends to what the branch says.
func Named(config *tls.Config, host string) (*http.Response, error) {
	client, protocol, err := named(config)
	if err != nil {
		return nil, err
	}
	return client.Get(protocol + "://" + host)
}

// listed returns them in return statements.
func listed(config *tls.Config) (*http.Client, string) {
	if config != nil {
		return &http.Client{Transport: &http.Transport{ // want `^transport: http.Transport does not set TLSHandshakeTimeout `
			IdleConnTimeout: time.Second, DialContext: dialer.DialContext, TLSClientConfig: config,
		}}, "https://"
	}
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}}, "http://"
}

// Listed sends to what the return statement says.
func Listed(config *tls.Config, host string) (*http.Response, error) {
	client, begin := listed(config)
	return client.Get(begin + host)
}

// local returns a variable that the branch sets.
func local(secure bool, host string) (string, *http.Client, error) {
	scheme, client := "https", http.DefaultClient
	if host == "" {
		return "", nil, errors.New("no host")
	}
	if !secure {
		scheme = "http"
		client = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}}
	}
	return scheme + "://" + host, client, nil
}

// Local sends to a URL that is returned first.
func Local(secure bool, host string) (*http.Response, error) {
	base, client, err := local(secure, host)
	if err != nil {
		return nil, err
	}
	return client.Get(base + "/version")
}

// either has two schemes for one transport.
func either(secure bool) (c *http.Client, scheme string) {
	c = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	scheme = "http"
	if secure {
		scheme = "https"
	}
	return
}

// Either sends to one of the two.
func Either(secure bool, host string) (*http.Response, error) {
	c, scheme := either(secure)
	return c.Get(scheme + "://" + host)
}

func changed() (*http.Client, string) {
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}}, "http" // want `^transport: http.Transport does not set TLSHandshakeTimeout `
}

// Changed sends elsewhere.
func Changed(host string, secure bool) (*http.Response, error) {
	c, scheme := changed()
	if secure {
		scheme = "https"
	}
	return c.Get(scheme + "://" + host)
}

func ignored() (*http.Client, string) {
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}}, "http" // want `^transport: http.Transport does not set TLSHandshakeTimeout `
}

// Ignored does not look at it.
func Ignored(url string) (*http.Response, error) {
	c, _ := ignored()
	return c.Get(url)
}

func several() (*http.Client, string) {
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}}, "http" // want `^transport: http.Transport does not set TLSHandshakeTimeout `
}

// Several sends to another URL as well.
func Several(host, url string) (*http.Response, error) {
	c, scheme := several()
	if resp, err := c.Get(scheme + "://" + host); err != nil {
		return resp, err
	}
	return c.Get(url)
}
