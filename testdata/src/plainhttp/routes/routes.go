// Package routes hands transports to another module, beside a URL, which says whether there is a handshake.
package routes

import (
	"net"
	"net/http"
	"net/url"
	"time"

	"github.com/example/rest"
)

var dial = (&net.Dialer{Timeout: time.Second}).DialContext

// Service gets its URL first.
func Service(host string) error {
	c := rest.New("http://" + host)
	c.Transport = &http.Transport{IdleConnTimeout: time.Second, DialContext: dial}
	return c.Status()
}

// SecureService gets another one.
func SecureService(host string) error {
	c := rest.New("https://" + host)
	c.Transport = &http.Transport{IdleConnTimeout: time.Second, DialContext: dial} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	return c.Status()
}

// AnyService gets whatever the caller likes.
func AnyService(base string) error {
	c := rest.New(base)
	c.Transport = &http.Transport{IdleConnTimeout: time.Second, DialContext: dial} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	return c.Status()
}

// Configured gets it in a struct.
func Configured(host string) (*rest.Client, error) {
	return rest.Dial(rest.Config{
		Address: "http://" + host + ":8500",
		Client:  &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dial}},
	})
}

// Beside gets it beside the client.
func Beside(host string) *rest.Client {
	return rest.With("http://"+host, &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dial}})
}

// SecurelyBeside gets another one.
func SecurelyBeside(host string) *rest.Client {
	return rest.With("https://"+host, &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dial}}) // want `^transport: http.Transport does not set TLSHandshakeTimeout `
}

// SendTo sends to whatever the caller likes.
func SendTo(to string) error {
	c := rest.Plain()
	c.SetTransport(&http.Transport{IdleConnTimeout: time.Second, DialContext: dial}) // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	if err := c.R().Execute(http.MethodGet, "http://localhost"); err != nil {
		return err
	}
	return c.R().Execute(http.MethodGet, to)
}

type node struct {
	client *http.Client
	base   string
}

// Wrapped sends by what other code has made of it.
func Wrapped(host string) (*http.Response, error) {
	t := &http.Transport{IdleConnTimeout: time.Second, DialContext: dial}
	n := &node{&http.Client{Transport: &rest.Logging{Inner: rest.Retry(t)}}, (&url.URL{Scheme: "http", Host: host}).String()}
	return n.client.Get(n.base + "/status")
}

// WrappedAnyhow sends to whatever the caller likes.
func WrappedAnyhow(to string) (*http.Response, error) {
	t := &http.Transport{IdleConnTimeout: time.Second, DialContext: dial} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	c := &http.Client{Transport: &rest.Logging{Inner: rest.Retry(t)}}
	return c.Get(to)
}

type agent struct{ base http.RoundTripper }

func (a *agent) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("User-Agent", "routes")
	return a.base.RoundTrip(r)
}

// Named sends by a RoundTripper of its own.
func Named(host string) (*http.Response, error) {
	c := &http.Client{Transport: &agent{&http.Transport{IdleConnTimeout: time.Second, DialContext: dial}}}
	return c.Get("http://" + host)
}

type upgrader struct{ base http.RoundTripper }

func (u *upgrader) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme = "https"
	return u.base.RoundTrip(r)
}

// Upgraded sends by one that changes the scheme.
func Upgraded(host string) (*http.Response, error) {
	c := &http.Client{Transport: &upgrader{&http.Transport{IdleConnTimeout: time.Second, DialContext: dial}}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	return c.Get("http://" + host)
}
