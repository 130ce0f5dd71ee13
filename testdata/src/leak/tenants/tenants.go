// Package tenants makes transports for tenants, with and without keeping them.
package tenants

import (
	"net/http"
	"sync"
)

type factory struct{ token string }

// A factory without a cache.
func (f *factory) client(tenant string) *http.Client {
	return &http.Client{Transport: &header{tenant, &http.Transport{}}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
}

type header struct {
	tenant string
	base   http.RoundTripper
}

func (h *header) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("Tenant", h.tenant)
	return h.base.RoundTrip(r)
}

type Cloud struct{ f *factory }

func (c *Cloud) Send(tenant string) error {
	resp, err := c.f.client(tenant).Get("https://example.com")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A factory with a cache.
type cache struct {
	mu      sync.Mutex
	clients map[string]*http.Client
	synced  sync.Map
}

func (c *cache) client(tenant string) *http.Client {
	c.mu.Lock()
	defer c.mu.Unlock()
	if known, ok := c.clients[tenant]; ok {
		return known
	}
	made := &http.Client{Transport: &http.Transport{}}
	c.clients[tenant] = made
	return made
}

func (c *cache) other(tenant string) *http.Client {
	if known, ok := c.synced.Load(tenant); ok {
		return known.(*http.Client)
	}
	made := &http.Client{Transport: &http.Transport{}}
	c.synced.Store(tenant, made)
	return made
}

func (c *cache) Send(tenant string) {
	c.client(tenant).Get("https://example.com")
	c.other(tenant).Get("https://example.com")
}

// A list that is used afterwards.
func All(tenants []string) {
	var clients []*http.Client
	for range tenants {
		clients = append(clients, &http.Client{Transport: &http.Transport{}})
	}
	for _, c := range clients {
		c.Get("https://example.com")
	}
}
