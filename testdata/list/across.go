package list

import (
	"net/http"
	"time"

	"example.com/list/shared"
	"example.com/list/tune"
)

func init() { shared.Client.Timeout = 20 * time.Second }

var onShared = &http.Client{Transport: shared.Transport}

// tuned has a limit that a function of another package sets.
func tuned() *http.Client {
	t := &http.Transport{}
	tune.Tune(t)
	return shared.New(t)
}

// completed sets what the constructor of another package does not.
func completed() *http.Client {
	c := shared.Plain()
	c.Timeout = 8 * time.Second
	return c
}

var withOptions = tune.New(tune.WithIdle(), func(t *http.Transport) { t.MaxIdleConns = 7 })

func init() {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.IdleConnTimeout = time.Second
	shared.Replaced.Transport = t
}
