package list

import (
	"net/http"
	"time"
)

// nested sends by one of two transports, of which one has one of two limits.
func nested(slow, own bool) *http.Client {
	t := &http.Transport{IdleConnTimeout: time.Minute}
	if slow {
		t.IdleConnTimeout = 2 * time.Minute
	}
	c := &http.Client{Transport: t}
	if own {
		c.Transport = &http.Transport{IdleConnTimeout: 2 * time.Minute}
	}
	return c
}
