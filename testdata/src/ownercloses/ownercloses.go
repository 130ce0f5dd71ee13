// Package ownercloses has pools that belong to a value which closes them.
package ownercloses

import (
	"net"
	"net/http"
	"time"
)

var dialer = &net.Dialer{Timeout: time.Second}

// A crawl has a client, which a method shuts.
type crawl struct{ client http.Client }

func begin(limit int) (*crawl, error) {
	c := new(crawl)
	c.client.Transport = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialer.DialContext}
	c.client.Timeout = time.Duration(limit) * time.Second
	return c, nil
}

func (c *crawl) end() { c.client.CloseIdleConnections() }

// Crawl ends what it began, as Recrawl does.
func Crawl(url string) error {
	c, err := begin(3)
	if err != nil {
		return err
	}
	defer c.end()
	_, err = c.client.Get(url)
	return err
}

// Recrawl has another one in between.
func Recrawl(url string) error { return resume(url) }

func resume(url string) error {
	c, _ := begin(5)
	_, err := c.client.Get(url)
	c.end()
	return err
}

// Of two owners one is closed.
type pair struct{ t *http.Transport }

func (p *pair) close() { p.t.CloseIdleConnections() }

// Twice closes the first alone.
func Twice(url string) error {
	first := &pair{&http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialer.DialContext}}
	second := &pair{&http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialer.DialContext}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	defer first.close()
	if _, err := (&http.Client{Transport: first.t}).Get(url); err != nil {
		return err
	}
	_, err := (&http.Client{Transport: second.t}).Get(url)
	return err
}

// A Session is made by others, too.
type Session struct{ t *http.Transport }

// Open returns one to whoever asks.
func Open() *Session {
	return &Session{&http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialer.DialContext}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// Close closes its pool.
func (s *Session) Close() { s.t.CloseIdleConnections() }

// Use closes the one that it opens.
func Use(url string) error {
	s := Open()
	defer s.Close()
	_, err := (&http.Client{Transport: s.t}).Get(url)
	return err
}

// InTime has a client whose Timeout ends each call, and closes the pool: nothing stays of a dial or a handshake.
func InTime(url string) error {
	t := &http.Transport{Proxy: http.ProxyFromEnvironment}
	defer t.CloseIdleConnections()
	_, err := (&http.Client{Transport: t, Timeout: time.Second}).Get(url)
	return err
}

// OutOfTime has no Timeout.
func OutOfTime(url string) error {
	t := &http.Transport{Proxy: http.ProxyFromEnvironment} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer t.CloseIdleConnections()
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

// Single makes one connection, in no pool.
func Single(addr string) (*http.ClientConn, error) {
	t := http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialer.DialContext}
	return t.NewClientConn(nil, "https", addr)
}

// Also has a client besides.
func Also(addr string) (*http.ClientConn, error) {
	t := &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialer.DialContext} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \([^)]*\)`
	c := http.Client{Transport: t}
	if _, err := c.Head("https://" + addr); err != nil {
		return nil, err
	}
	return t.NewClientConn(nil, "https", addr)
}
