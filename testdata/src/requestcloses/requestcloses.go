// Package requestcloses has requests that close their connections, so that none is ever idle.
package requestcloses

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/net/http2"
)

func transport() *http.Transport {
	return &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: nil} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// Once closes by the field.
func Once(req *http.Request) (*http.Response, error) {
	req.Close = true
	c := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: nil}}
	return c.Do(req)
}

// A Reporter keeps its client to itself.
type Reporter struct{ client *http.Client }

// NewReporter makes one.
func NewReporter() *Reporter {
	return &Reporter{&http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: nil}}}
}

// Report closes by the header.
func (r *Reporter) Report(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, nil)
	if err != nil {
		return err
	}
	req.Header.Set("User-Agent", "reporter")
	req.Header.Set("connection", "Close")
	resp, err := r.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Sometimes closes under a condition.
func Sometimes(req *http.Request, last bool) (*http.Response, error) {
	if last {
		req.Close = true
	}
	c := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: nil}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return c.Do(req)
}

// Another closes the connection of one request alone.
func Another(req, other *http.Request) (*http.Response, error) {
	req.Close = true
	c := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: nil}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if _, err := c.Do(req); err != nil {
		return nil, err
	}
	return c.Do(other)
}

// Handed gives the client away.
func Handed(req *http.Request) (*http.Client, error) {
	req.Close = true
	c := &http.Client{Transport: transport()}
	_, err := c.Do(req)
	return c, err
}

// Replaced closes the connection of a request that it does not send.
func Replaced(req, other *http.Request) (*http.Response, error) {
	req.Close = true
	req = other
	c := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: nil}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return c.Do(req)
}

// Literal closes by a field of the literal.
func Literal(u *url.URL) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: nil}}
	return c.Do(&http.Request{Method: http.MethodGet, URL: u, Close: true})
}

// Configured speaks HTTP/2 as well.
func Configured(req *http.Request) (*http.Response, error) {
	req.Close = true
	t := &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: nil}
	if err := http2.ConfigureTransport(t); err != nil {
		return nil, err
	}
	return (&http.Client{Transport: t}).Do(req)
}
