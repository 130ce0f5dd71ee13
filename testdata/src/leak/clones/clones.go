// Package clones makes a copy of a transport of its own on every call.
package clones

import (
	"crypto/tls"
	"net/http"
	"time"
)

type Service struct {
	base   *http.Transport
	client *http.Client
	cache  map[string]*http.Transport
}

func NewService() *Service {
	t := &http.Transport{Proxy: http.ProxyFromEnvironment}
	return &Service{base: t, client: &http.Client{Transport: t}, cache: make(map[string]*http.Transport)}
}

func (s *Service) Do(url string) error {
	t := s.base.Clone() // want `^leak: a clone of an http.Transport is created on every call and does not set IdleConnTimeout \(`
	c := &http.Client{Transport: t}
	return get(c, url)
}

func (s *Service) Insecure(url string) error {
	t := s.base.Clone() // want `^leak: a clone of an http.Transport is created on every call `
	t.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	return get(&http.Client{Transport: t}, url)
}

// The one that is shared.
func (s *Service) Shared(url string) error { return get(s.client, url) }

func (s *Service) Closed(url string) error {
	t := s.base.Clone()
	defer t.CloseIdleConnections()
	return get(&http.Client{Transport: t}, url)
}

func (s *Service) Kept(name, url string) error {
	if s.cache[name] == nil {
		s.cache[name] = s.base.Clone()
	}
	return get(&http.Client{Transport: s.cache[name]}, url)
}

// Whoever gets it may keep it.
func (s *Service) Client() *http.Client {
	return &http.Client{Transport: s.base.Clone()}
}

// Each copy is closed after its only request.
func (s *Service) NoKeepAlives(url string) error {
	t := tuned.Clone()
	t.DisableKeepAlives = true
	return get(&http.Client{Transport: t}, url)
}

var tuned = &http.Transport{IdleConnTimeout: 90 * time.Second}

func Short(url string) error {
	t := brief.Clone()
	t.IdleConnTimeout = time.Second
	return get(&http.Client{Transport: t}, url)
}

var brief = &http.Transport{IdleConnTimeout: 90 * time.Second}

func Long(url string) error {
	t := long.Clone() // want `^leak: a clone of an http.Transport is created on every call and sets a long IdleConnTimeout \(its connections stay for 90s\)`
	return get(&http.Client{Transport: t}, url)
}

var long = &http.Transport{IdleConnTimeout: 90 * time.Second}

// Nobody knows what the original has.
func Given(t *http.Transport, url string) error {
	return get(&http.Client{Transport: t.Clone()}, url)
}

// The original leaks, and is what is reported.
func Both(url string) error {
	t := &http.Transport{} // want `^leak: http.Transport is created on every call `
	return get(&http.Client{Transport: t.Clone()}, url)
}

func get(c *http.Client, url string) error {
	resp, err := c.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
