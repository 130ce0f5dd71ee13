// Package crossed copies transports by hand.
package crossed

import (
	"net/http"
	"time"
)

func Copy(base *http.Transport) *http.Transport {
	return &http.Transport{
		Proxy:                 base.Proxy,
		DialContext:           base.DialContext,
		MaxIdleConns:          base.MaxIdleConns,
		IdleConnTimeout:       base.IdleConnTimeout,
		TLSHandshakeTimeout:   base.IdleConnTimeout, // want `^value: http.Transport sets TLSHandshakeTimeout to base.IdleConnTimeout \(the copy has the wrong value\)$`
		ExpectContinueTimeout: base.ExpectContinueTimeout,
	}
}

// Both have the value of the other.
func Swapped() *http.Transport {
	base := http.DefaultTransport.(*http.Transport)
	return &http.Transport{
		Proxy:               base.Proxy,
		DialContext:         base.DialContext,
		ForceAttemptHTTP2:   base.ForceAttemptHTTP2,
		IdleConnTimeout:     base.TLSHandshakeTimeout, // want `^value: http.Transport sets IdleConnTimeout to base.TLSHandshakeTimeout \(the copy has the wrong value\) and TLSHandshakeTimeout to base.IdleConnTimeout \(the copy has the wrong value\)$`
		TLSHandshakeTimeout: base.IdleConnTimeout,
	}
}

func Right(base *http.Transport) *http.Transport {
	return &http.Transport{
		Proxy:               base.Proxy,
		DialContext:         base.DialContext,
		IdleConnTimeout:     base.IdleConnTimeout,
		TLSHandshakeTimeout: base.TLSHandshakeTimeout,
	}
}

// It is a choice: as many for one host as for all.
func Numbers(base *http.Transport) *http.Transport {
	return &http.Transport{
		Proxy:               base.Proxy,
		DialContext:         base.DialContext,
		IdleConnTimeout:     base.IdleConnTimeout,
		MaxIdleConns:        base.MaxIdleConns,
		MaxIdleConnsPerHost: base.MaxIdleConns,
	}
}

// It is not a copy: one limit is taken for two things.
func Few(base *http.Transport) *http.Transport {
	return &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		TLSHandshakeTimeout:   base.TLSHandshakeTimeout,
		ResponseHeaderTimeout: base.TLSHandshakeTimeout,
	}
}

// The other field is not copied, so it may be meant.
func Instead(base *http.Transport) *http.Transport {
	return &http.Transport{
		Proxy:                 base.Proxy,
		DialContext:           base.DialContext,
		IdleConnTimeout:       base.IdleConnTimeout,
		TLSHandshakeTimeout:   10 * time.Second,
		ResponseHeaderTimeout: base.TLSHandshakeTimeout,
	}
}

type options struct {
	DialTimeout     time.Duration
	IdleConnTimeout time.Duration
}

// Another struct's field is not of the type.
func Settings(base *http.Transport, o options) *http.Transport {
	return &http.Transport{
		Proxy:               base.Proxy,
		DialContext:         base.DialContext,
		MaxIdleConns:        base.MaxIdleConns,
		IdleConnTimeout:     base.IdleConnTimeout,
		TLSHandshakeTimeout: o.IdleConnTimeout,
	}
}

// Two values are combined.
func Two(a, b *http.Transport) *http.Transport {
	return &http.Transport{
		Proxy:               a.Proxy,
		DialContext:         a.DialContext,
		MaxIdleConns:        a.MaxIdleConns,
		IdleConnTimeout:     a.IdleConnTimeout,
		TLSHandshakeTimeout: b.IdleConnTimeout,
	}
}
