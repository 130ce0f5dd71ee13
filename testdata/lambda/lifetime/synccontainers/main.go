// Command synccontainers keeps clients in containers of package sync, which give them to later invocations.
package main

import (
	"net/http"
	"sync"
	"sync/atomic"

	"github.com/aws/aws-lambda-go/lambda"
)

var (
	byTenant sync.Map
	current  atomic.Value
	pool     = sync.Pool{New: func() any { return &http.Client{Transport: &http.Transport{MaxIdleConns: 1}} }} // want `^lambda-idle: `
	written  sync.Map
)

func tenant(name string) *http.Client {
	if v, ok := byTenant.Load(name); ok {
		return v.(*http.Client)
	}
	c := &http.Client{Transport: &http.Transport{MaxIdleConns: 2}} // want `^lambda-idle: `
	byTenant.Store(name, c)
	return c
}

func shared() *http.Client {
	if c, ok := current.Load().(*http.Client); ok {
		return c
	}
	c := &http.Client{Transport: &http.Transport{MaxIdleConns: 3}} // want `^lambda-idle: `
	current.Store(c)
	return c
}

// What is stored there is never taken out again.
func forgotten() *http.Client {
	c := &http.Client{Transport: &http.Transport{MaxIdleConns: 4}} // want `^lambda-leak: `
	written.Store("last", c)
	return c
}

func handle(name string) error {
	c := pool.Get().(*http.Client)
	defer pool.Put(c)
	for _, c := range []*http.Client{c, tenant(name), shared(), forgotten()} {
		resp, err := c.Post("https://example.com", "text/plain", nil)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() { lambda.Start(handle) }
