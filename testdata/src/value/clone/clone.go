// Package clone has transports whose clones offer HTTP/2 and do not speak it.
package clone

import (
	"net"
	"net/http"
	"time"
)

func direct() *http.Client {
	return &http.Client{Transport: (&http.Transport{IdleConnTimeout: time.Minute}).Clone()} // want `^value: http.Transport is cloned without ForceAttemptHTTP2 \(requests to HTTP/2 servers fail\)$`
}

var base = &http.Transport{MaxIdleConns: 100, IdleConnTimeout: time.Minute}

func perTenant(proxied bool) *http.Client {
	tr := base.Clone() // want `^value: http.Transport is cloned without ForceAttemptHTTP2 \(`
	if proxied {
		tr.Proxy = http.ProxyFromEnvironment
	}
	return &http.Client{Transport: tr}
}

func store(c *http.Client) {
	c.Transport = base.Clone() // want `^value: http.Transport is cloned without ForceAttemptHTTP2 \(`
}

// These have HTTP/2, or do not offer it.
func fine() []*http.Client {
	forced := &http.Transport{ForceAttemptHTTP2: true}
	dials := &http.Transport{DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}
	protocols := &http.Transport{Protocols: new(http.Protocols)}
	return []*http.Client{
		{Transport: forced.Clone()},
		{Transport: dials.Clone()},
		{Transport: protocols.Clone()},
		{Transport: http.DefaultTransport.(*http.Transport).Clone()},
	}
}

// What becomes of these cannot be seen.
func returned() *http.Transport { return base.Clone() }

func handedOn(configure func(*http.Transport)) *http.Client {
	tr := (&http.Transport{IdleConnTimeout: time.Minute}).Clone()
	configure(tr)
	return &http.Client{Transport: tr}
}

func twice(other *http.Transport) *http.Client {
	tr := &http.Transport{IdleConnTimeout: time.Minute}
	if other != nil {
		tr = other
	}
	return &http.Client{Transport: tr.Clone()}
}
