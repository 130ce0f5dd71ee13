package helpermethod

import (
	"net/http"
	"time"
)

// transport's methods change the value that it embeds.
type transport struct {
	*http.Transport
}

func (t transport) withIdle(idle time.Duration) transport {
	t.IdleConnTimeout = idle
	return t
}

func chained() http.RoundTripper {
	return transport{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}}.withIdle(time.Minute) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

// builder collects, and its last method hands out.
type builder struct {
	t *http.Transport
}

func newBuilder() *builder {
	return &builder{t: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func (b *builder) idle(d time.Duration) *builder {
	b.t.IdleConnTimeout = d
	return b
}

func (b *builder) build() http.RoundTripper { return b.t }

var built = newBuilder().idle(time.Minute).build()
