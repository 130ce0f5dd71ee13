// Package rest stands for another module that sends requests.
package rest

import "net/http"

// A Client sends requests.
type Client struct {
	Transport http.RoundTripper
	base      string
}

// New returns a client of that service.
func New(base string) *Client { return &Client{base: base} }

// Plain returns a client of no service.
func Plain() *Client { return &Client{} }

// SetTransport sets the transport.
func (c *Client) SetTransport(t http.RoundTripper) *Client {
	c.Transport = t
	return c
}

// R returns a request.
func (c *Client) R() *Request { return &Request{c} }

// Status asks for the status.
func (c *Client) Status() error {
	_, err := (&http.Client{Transport: c.Transport}).Get(c.base + "/status")
	return err
}

// A Request is sent by its client.
type Request struct{ c *Client }

// SetBody sets the body.
func (r *Request) SetBody(body any) *Request { return r }

// Execute sends it.
func (r *Request) Execute(method, url string) error {
	_, err := (&http.Client{Transport: r.c.Transport}).Get(url)
	return err
}

// Config says where and how.
type Config struct {
	Address string
	Client  *http.Client
}

// Dial returns a client.
func Dial(c Config) (*Client, error) {
	return &Client{Transport: c.Client.Transport, base: c.Address}, nil
}

// With returns a client of that service that sends by c.
func With(base string, c *http.Client) *Client { return &Client{Transport: c.Transport, base: base} }

// Retry returns a RoundTripper that tries again.
func Retry(t http.RoundTripper) http.RoundTripper { return &Logging{Inner: t} }

// Logging is a RoundTripper.
type Logging struct{ Inner http.RoundTripper }

// RoundTrip sends by the inner one.
func (l *Logging) RoundTrip(r *http.Request) (*http.Response, error) { return l.Inner.RoundTrip(r) }
