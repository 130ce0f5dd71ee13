package shapes

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

type logging struct{ next http.RoundTripper }

func (l logging) RoundTrip(r *http.Request) (*http.Response, error) { return l.next.RoundTrip(r) }

type service struct {
	http   *http.Client
	dialer net.Dialer
}

func newService() *service {
	return &service{
		http:   &http.Client{Transport: logging{&http.Transport{IdleConnTimeout: time.Minute}}},
		dialer: net.Dialer{Timeout: time.Second},
	}
}

func literalDial() *http.Transport {
	d := &net.Dialer{Timeout: 3 * time.Second, KeepAlive: 30 * time.Second}
	return &http.Transport{
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			return d.DialContext(ctx, network, addr)
		},
	}
}

func dialTLS() *http.Transport {
	d := &tls.Dialer{NetDialer: &net.Dialer{Timeout: 4 * time.Second}}
	return &http.Transport{DialTLSContext: d.DialContext}
}

func dialTimeout2() *http.Transport {
	return &http.Transport{Dial: func(network, addr string) (net.Conn, error) { return net.DialTimeout(network, addr, 7*time.Second) }}
}

func unknownDial(dial func(context.Context, string, string) (net.Conn, error)) *http.Transport {
	return &http.Transport{DialContext: dial}
}

var unseen func(*http.Transport)

func escapes() *http.Transport {
	t := &http.Transport{}
	unseen(t)
	return t
}

func use(s *service) error {
	for range 3 {
		c := http.Client{Timeout: time.Second}
		if _, err := c.Get("https://example.com"); err != nil {
			return err
		}
	}
	_, err := s.dialer.Dial("tcp", "example.com:443")
	return err
}
