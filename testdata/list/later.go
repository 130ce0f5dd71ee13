package shapes

import (
	"net/http"
	"os"
	"time"
)

type config struct{ Timeout, Idle time.Duration }

func later(cfg config) *http.Client {
	t := &http.Transport{IdleConnTimeout: time.Minute}
	t.IdleConnTimeout = 30 * time.Second // replaces
	t.TLSHandshakeTimeout = cfg.Timeout
	c := &http.Client{Transport: t}
	if cfg.Timeout > 0 {
		c.Timeout = cfg.Timeout
	}
	return c
}

func several(slow bool) *http.Client {
	timeout := 10 * time.Second
	if slow {
		timeout = time.Minute
	}
	return &http.Client{Timeout: timeout}
}

func passed(timeout time.Duration) *http.Client { return &http.Client{Timeout: timeout} }

func callers() (a, b *http.Client) { return passed(2 * time.Second), passed(3 * time.Second) }

func parsed() (*http.Client, error) {
	c := new(http.Client)
	var err error
	c.Timeout, err = time.ParseDuration(os.Getenv("TIMEOUT"))
	return c, err
}

func noIdle() *http.Client {
	return &http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: 0}
}
