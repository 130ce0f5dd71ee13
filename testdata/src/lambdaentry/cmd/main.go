// Command cmd is run with -lambda-entry=lambdaentry/platform.Run and -lambda-max-idle=60s.
package main

import (
	"bytes"
	"context"
	"net/http"
	"os"
	"time"

	"lambdaentry/platform"
)

var (
	byDefault = &http.Client{} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`

	long = &http.Client{Transport: &http.Transport{IdleConnTimeout: 90 * time.Second}} // want `^lambda-idle: http.Client outlives the invocation and sets IdleConnTimeout above 60s \(`

	short = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}

	exact = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}}

	later = newLater()

	bare = &http.Transport{IdleConnTimeout: 90 * time.Second} // want `^lambda-idle: http.Transport outlives the invocation and sets IdleConnTimeout above 60s \(`

	either = newEither(len(os.Args) > 1)

	less = newLess(90 * time.Second)

	closed = &http.Client{Transport: &http.Transport{IdleConnTimeout: 90 * time.Second}}

	// Nobody knows how long that is.
	configured = &http.Client{Transport: &http.Transport{IdleConnTimeout: timeout}}

	timeout = 2 * time.Minute
)

func newLater() *http.Client {
	t := &http.Transport{}
	t.IdleConnTimeout = 5 * time.Minute
	return &http.Client{Transport: t} // want `^lambda-idle: http.Client outlives the invocation and sets IdleConnTimeout above 60s \(.*\); set it in main.go:40$`
}

// The longest is what counts.
func newEither(short bool) *http.Client {
	t := &http.Transport{IdleConnTimeout: 90 * time.Second}
	if short {
		t.IdleConnTimeout = 30 * time.Second
	}
	return &http.Client{Transport: t} // want `^lambda-idle: http.Client outlives the invocation and sets IdleConnTimeout above 60s \(`
}

// What is taken away is no limit.
func newLess(idle time.Duration) *http.Client {
	t := &http.Transport{IdleConnTimeout: idle}
	t.IdleConnTimeout -= 70 * time.Second
	return &http.Client{Transport: t}
}

func handle(ctx context.Context, event []byte) error {
	for _, c := range []*http.Client{byDefault, long, short, exact, later, either, less, closed, configured} {
		resp, err := c.Post("https://api.example.com/", "application/json", bytes.NewReader(event))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	req, err := http.NewRequest(http.MethodGet, "https://api.example.com/", nil)
	if err != nil {
		return err
	}
	resp, err := bare.RoundTrip(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	platform.RegisterPreFreezeFunction(func() { closed.CloseIdleConnections() })
	platform.Run(handle)
}
