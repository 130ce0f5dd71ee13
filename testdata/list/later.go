package list

import (
	"net/http"
	"time"
)

type config struct{ Timeout, Idle time.Duration }

// later sets limits in assignments: one that replaces what the literal has, one from the configuration, and one under a condition.
func later(cfg config) *http.Client {
	t := &http.Transport{IdleConnTimeout: time.Minute}
	t.IdleConnTimeout = 30 * time.Second
	t.TLSHandshakeTimeout = cfg.Timeout
	c := &http.Client{Transport: t}
	if cfg.Timeout > 0 {
		c.Timeout = cfg.Timeout
	}
	return c
}
