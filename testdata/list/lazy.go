package list

import (
	"net/http"
	"time"
)

type lazy struct{ kept, fresh *http.Client }

// Get makes one client for all calls, and another one for each.
func (l *lazy) Get(url string) error {
	if l.kept == nil {
		l.kept = &http.Client{Timeout: 40 * time.Second}
	}
	l.fresh = &http.Client{Timeout: 41 * time.Second}
	for _, c := range []*http.Client{l.kept, l.fresh} {
		resp, err := c.Get(url)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

type worker struct{ c *http.Client }

// Work makes a client on each call that passes none.
func (l *lazy) Work(c *http.Client, url string) error {
	if c == nil {
		c = &http.Client{Timeout: 42 * time.Second}
	}
	w := &worker{c}
	resp, err := w.c.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
