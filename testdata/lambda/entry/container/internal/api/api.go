// Package api has a handler and its client.
package api

import (
	"context"
	"net/http"
)

// Handler posts.
type Handler struct{ client *http.Client }

// NewClient makes a client.
func NewClient() *http.Client {
	return &http.Client{}
}

// New makes a Handler.
func New(c *http.Client) *Handler { return &Handler{c} }

// Handle handles an invocation.
func (h *Handler) Handle(ctx context.Context, url string) error {
	resp, err := h.client.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
