// Package hook posts to a URL.
package hook

import (
	"net/http"
	"strings"
)

// A Hook is a ports.Notifier, and more.
type Hook struct{ url string }

// New makes a Hook.
func New(url string) *Hook { return &Hook{url} }

// Purge is not in the interface.
func (h *Hook) Purge() error {
	_, err := http.PostForm(h.url+"/purge", nil)
	return err
}

// Notify is.
func (h *Hook) Notify(text string) error {
	resp, err := http.Post(h.url, "text/plain", strings.NewReader(text))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
