package plainhttp

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

// NewRequest makes requests for whoever calls it, of whatever URL.
func NewRequest(ctx context.Context, base, path string) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, http.MethodGet, join(base, path), nil)
}

func join(base, path string) string { return base + "/" + path }

// Plainly passes a URL without TLS.
func Plainly(ctx context.Context, path string) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}}
	req, err := NewRequest(ctx, "http://localhost", path)
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}

// Securely passes one with TLS.
func Securely(ctx context.Context, path string) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	req, err := NewRequest(ctx, "https://example.com", path)
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}

// Both passes one after the other.
func Both(ctx context.Context, secure bool) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	req, err := NewRequest(ctx, "http://localhost", "")
	if secure {
		req, err = NewRequest(ctx, "https://example.com", "")
	}
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}

// Twice passes on what it is given, by way of the same helper: one of them is with TLS.
func Twice(ctx context.Context, secure bool) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	u := within("http://localhost")
	if secure {
		u = within("https://example.com")
	}
	return c.Get(u)
}

func within(base string) string { return join(base, "status") }

// Hosted has its URL in parts.
func Hosted(host string) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}}
	return c.Do(&http.Request{URL: address("http", host)})
}

// HostedSecurely says another scheme.
func HostedSecurely(host string) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return c.Do(&http.Request{URL: address("https", host)})
}

func address(scheme, host string) *url.URL { return &url.URL{Scheme: scheme, Host: host} }

// Stringed makes its request from the text of a URL.
func Stringed(ctx context.Context) (*http.Response, error) {
	u := &url.URL{Scheme: "http", Host: "unix", Path: "/ready"}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	return admin().Do(req)
}

// StringedAgain does so with one that is changed.
func StringedAgain(host string) (*http.Response, error) {
	u := url.URL{Scheme: "http", Host: host}
	u.Path = "/status"
	return admin().Get(u.String())
}

func admin() *http.Client {
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}}
}

// Rescheme may send it with TLS.
func Rescheme(host string, secure bool) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	u := url.URL{Scheme: "http", Host: host}
	if secure {
		u.Scheme = "https"
	}
	return c.Get(u.String())
}
