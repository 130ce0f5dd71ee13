package shapes

import (
	"net/http"
	"time"

	"example.com/shapes/shared"
	"example.com/shapes/tune"
)

func init() { shared.Client.Timeout = 20 * time.Second }

var onShared = &http.Client{Transport: shared.Transport}

func tuned() *http.Client {
	t := &http.Transport{}
	tune.Tune(t)
	return shared.New(t)
}

func completed() *http.Client {
	c := shared.Plain()
	c.Timeout = 8 * time.Second
	return c
}
