package evidence

import (
	"context"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// A copy by hand whose TLSHandshakeTimeout is filled from another field waits for as long as that one says.
func TestCrossedField(t *testing.T) {
	t.Parallel()
	copies := map[time.Duration]func(base *http.Transport) *http.Transport{
		90 * time.Second: func(base *http.Transport) *http.Transport {
			//transportlint:ignore transport the test shows what follows
			return &http.Transport{IdleConnTimeout: base.IdleConnTimeout, TLSHandshakeTimeout: base.IdleConnTimeout}
		},
		10 * time.Second: func(base *http.Transport) *http.Transport {
			//transportlint:ignore transport the test shows what follows
			return &http.Transport{IdleConnTimeout: base.IdleConnTimeout, TLSHandshakeTimeout: base.TLSHandshakeTimeout}
		},
	}
	for want, byHand := range copies {
		t.Run(want.String(), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				l := listenPipes()
				silence(t, l)
				tr := byHand(http.DefaultTransport.(*http.Transport))
				tr.DialContext = l.DialContext
				c := start(t, func(ctx context.Context) error {
					_, err := get(ctx, &http.Client{Transport: tr}, "https://example.com")
					return err
				})
				time.Sleep(want) // which may be more than a test's patience
				if took := c.fails(t, "TLS handshake timeout"); took != want {
					t.Errorf("failed after %v, want %v", took, want)
				}
			})
		})
	}
}
