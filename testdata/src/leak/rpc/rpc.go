// Package rpc makes a transport in each call of a method.
package rpc

import (
	"context"
	"net/http"
	"sync"
)

type Service struct {
	once   sync.Once
	client *http.Client
}

func (s *Service) Lookup(ctx context.Context, name string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://example.com/"+name, nil)
	if err != nil {
		return err
	}
	resp, err := newClient().Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Everybody who calls it drops what it returns.
func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 10}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
}

func (s *Service) Once(ctx context.Context) error {
	s.once.Do(func() { s.client = &http.Client{Transport: &http.Transport{MaxIdleConns: 10}} })
	_, err := s.client.Get("https://example.com")
	return err
}

// Somebody keeps what this one returns.
func keptClient() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}
}

var shared = keptClient()

func (s *Service) Shared() { shared.Get("https://example.com") }
func (s *Service) Other()  { keptClient().Get("https://example.com") }

// What sends no request leaves no connection.
func (s *Service) Describe() int {
	tr := &http.Transport{MaxIdleConns: 10}
	return tr.MaxIdleConns
}

// Callers from other packages get it.
func (s *Service) Client() *http.Client {
	c := &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}
	c.Get("https://example.com")
	return c
}

// A function that executes something is called for each; Execute alone begins a command.
func ExecutePing(url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: `
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func Execute(url string) error {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
