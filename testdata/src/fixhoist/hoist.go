package fixhoist

import (
	"crypto/tls"
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

func returned(cfg *tls.Config) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: cfg}, Timeout: time.Minute} // want `transport`
}

func assigned(proxy *url.URL) *http.Client {
	// The comment stays above.
	client := &http.Client{
		Timeout:   time.Minute,
		Transport: &http.Transport{Proxy: http.ProxyURL(proxy), TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}, // want `transport`
	}
	return client
}

// What is said of a value goes with it.
func explained() *http.Client {
	return &http.Client{
		Transport: &http.Transport{TLSClientConfig: &tls.Config{ // want `transport`
			InsecureSkipVerify: true, // not in production
		}},
		Timeout: time.Minute,
	}
}

func argument(cfg *tls.Config) http.RoundTripper {
	return wrapped(&http.Transport{TLSClientConfig: cfg, DisableCompression: true}) // want `transport`
}

func wrapped(rt http.RoundTripper) http.RoundTripper { return rt }

type holder struct {
	transport http.RoundTripper
}

func field(h *holder, cfg *tls.Config) {
	h.transport = &http.Transport{TLSClientConfig: cfg} // want `transport`
}

// Each has a name of its own.
func twice(cfg *tls.Config) (a, b *http.Client) {
	a = &http.Client{Transport: &http.Transport{TLSClientConfig: cfg}} // want `transport`
	b = &http.Client{Transport: &http.Transport{TLSClientConfig: cfg}} // want `transport`
	return a, b
}

func apart(cfg *tls.Config, insecure bool) *http.Client {
	if insecure {
		return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want `transport`
	}
	return &http.Client{Transport: &http.Transport{TLSClientConfig: cfg}} // want `transport`
}

func both(cfg *tls.Config) []http.RoundTripper {
	return []http.RoundTripper{&http.Transport{TLSClientConfig: cfg}, &http.Transport{TLSClientConfig: cfg}} // want `transport` `transport`
}

func taken(transport *tls.Config, transport2 int) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: transport}, Timeout: time.Duration(transport2)} // want `transport`
}

func inClosure(target *url.URL) func() http.Handler {
	return func() http.Handler {
		p := httputil.NewSingleHostReverseProxy(target)
		p.Transport = &http.Transport{Proxy: http.ProxyFromEnvironment} // want `transport`
		return p
	}
}

// The order of calls stays, and nothing is computed that was not before.
func ordered(cfg func() *tls.Config, timeout func() time.Duration, on bool) *http.Client {
	if on && handle(&http.Transport{TLSClientConfig: cfg()}) { // want `transport`
		return nil
	}
	return &http.Client{Timeout: timeout(), Transport: &http.Transport{TLSClientConfig: cfg()}} // want `transport`
}

func handle(rt http.RoundTripper) bool { return rt != nil }

// There is no statement here.
var Global = &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13}}} // want `transport`

// A directive stays with what it is about.
func directed() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} //nolint:gosec // want `transport`
}
