package list

import (
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

// newService has a transport behind another http.RoundTripper.
func newService() *service {
	return &service{
		http:   &http.Client{Transport: logging{&http.Transport{IdleConnTimeout: time.Minute}}},
		dialer: net.Dialer{Timeout: time.Second},
	}
}

type fallback struct{ own http.RoundTripper }

func (f *fallback) RoundTrip(r *http.Request) (*http.Response, error) {
	return f.transport().RoundTrip(r)
}

func (f *fallback) transport() http.RoundTripper {
	if f.own != nil {
		return f.own
	}
	return http.DefaultTransport
}

// fellBack has nothing in the field of its http.RoundTripper.
func fellBack() *http.Client { return &http.Client{Transport: &fallback{}} }
