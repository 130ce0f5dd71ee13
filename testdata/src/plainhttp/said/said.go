// Package said has URLs that others may change, though the source says nothing but http://. A handshake's timeout does not matter by
// what it says.
package said

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"
)

func transport() *http.Transport {
	return &http.Transport{IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}
}

var endpoint = "http://169.254.169.254/latest/"

// Variable asks what a variable says, which a test changes.
func Variable(path string) (*http.Response, error) {
	c := &http.Client{Transport: transport()}
	return c.Get(endpoint + path)
}

var secure = "https://example.com"

// Securely asks another one.
func Securely() (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	return c.Get(secure)
}

var flagged = "http://localhost"

func init() { flag.StringVar(&flagged, "url", flagged, "where to ask") }

// Flagged asks what the user likes.
func Flagged() (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	return c.Get(flagged)
}

// Added makes its URL longer.
func Added(host, path string) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}}
	u := fmt.Sprintf("http://%s", host)
	if path != "" {
		u += "/" + path
	}
	return c.Get(u)
}

// AddedScheme makes the scheme longer.
func AddedScheme(host string, secure bool) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	scheme := "http"
	if secure {
		scheme += "s"
	}
	return c.Do(&http.Request{URL: &url.URL{Scheme: scheme, Host: host}})
}

// SummedScheme does the same.
func SummedScheme(host string, secure bool) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	scheme := "http"
	if secure {
		scheme = scheme + "s"
	}
	return c.Do(&http.Request{URL: &url.URL{Scheme: scheme, Host: host}})
}

// A Node has its URL in a field that others see.
type Node struct {
	client *http.Client
	Base   string
}

// NewNode says what the URL is.
func NewNode(addr string) *Node {
	return &Node{
		client: &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}},
		Base:   (&url.URL{Scheme: "http", Host: addr}).String(),
	}
}

// Use is given a node that NewNode has made.
func Use(n *Node) error {
	resp, err := n.Status(context.Background())
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Request makes a request.
func (n *Node) Request(ctx context.Context, method, path string, body io.Reader) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, method, n.Base+path, body)
}

// Status sends one.
func (n *Node) Status(ctx context.Context) (*http.Response, error) {
	req, err := n.Request(ctx, http.MethodGet, "/status", nil)
	if err != nil {
		return nil, err
	}
	return n.client.Do(req)
}

// Options are for the user to fill.
type Options struct{ URL string }

// A Service is made of options.
type Service struct {
	client *http.Client
	opts   Options
}

// NewService has a URL if there is no other.
func NewService(o Options) *Service {
	if o.URL == "" {
		o.URL = "http://localhost:8500"
	}
	return &Service{
		client: &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}}, // want `^transport: http.Transport does not set TLSHandshakeTimeout `
		opts:   o,
	}
}

// Status asks the service.
func (s *Service) Status() (*http.Response, error) { return s.client.Get(s.opts.URL + "/status") }

// Metadata remembers which address answers.
type Metadata struct{ URL *string }

func (m *Metadata) url() string {
	if m.URL != nil {
		return *m.URL
	}
	for _, u := range []string{"http://169.254.42.42", "http://[fd00:42::42]"} {
		if resp, err := http.Get(u); err == nil && resp.Body.Close() == nil {
			m.URL = &u
			return u
		}
	}
	return "http://169.254.42.42"
}

// Get asks that one.
func (m *Metadata) Get(path string) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}}
	req, err := http.NewRequest(http.MethodGet, m.url()+path, nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}

// A Tree and a Self are types without an end: no struct is behind them.
type (
	Tree []Tree
	Self *Self
)

// Grow gets both, as functions get options.
func Grow(t Tree, s Self) Tree { return append(t, nil) }
