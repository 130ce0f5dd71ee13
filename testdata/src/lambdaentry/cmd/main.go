// Command cmd is run with -lambda-entry=lambdaentry/platform.Run and -lambda-max-idle=60s.
package main

import (
	"bytes"
	"context"
	"net/http"
	"os"
	"time"

	"lambdaentry/lib"
	"lambdaentry/platform"
)

var (
	byDefault = &http.Client{} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`

	long = &http.Client{Transport: &http.Transport{IdleConnTimeout: 90 * time.Second}} // want `^lambda-idle: http.Client outlives the invocation and sets IdleConnTimeout to 90s \(the settings allow at most 60s\)$`

	short = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}

	exact = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}}

	later = newLater()

	bare = &http.Transport{IdleConnTimeout: 90 * time.Second} // want `^lambda-idle: http.Transport outlives the invocation and sets IdleConnTimeout to 90s \(the settings allow at most 60s\)$`

	either = newEither(len(os.Args) > 1)

	less = newLess(90 * time.Second)

	replaced = newReplaced(30 * time.Second)

	closed = &http.Client{Transport: &http.Transport{IdleConnTimeout: 90 * time.Second}}

	// Nobody knows how long that is.
	configured = &http.Client{Transport: &http.Transport{IdleConnTimeout: timeout}}

	timeout = 2 * time.Minute
)

func newLater() *http.Client {
	t := &http.Transport{}
	t.IdleConnTimeout = 5 * time.Minute
	return &http.Client{Transport: t} // want `^lambda-idle: http.Client outlives the invocation and sets IdleConnTimeout to 300s \(the settings allow at most 60s\); set it in main.go:43$`
}

// The last is what counts.
func newEither(slow bool) *http.Client {
	t := &http.Transport{IdleConnTimeout: 30 * time.Second}
	if slow {
		t.IdleConnTimeout = 90 * time.Second
	}
	return &http.Client{Transport: t} // want `^lambda-idle: http.Client outlives the invocation and sets IdleConnTimeout to 90s \(the settings allow at most 60s\); set it in main.go:50$`
}

// A default that may be replaced by something shorter, or unknown.
func newReplaced(idle time.Duration) []*http.Client {
	a := &http.Transport{IdleConnTimeout: 90 * time.Second}
	a.IdleConnTimeout = 30 * time.Second
	b := &http.Transport{IdleConnTimeout: 90 * time.Second}
	if idle > 0 {
		b.IdleConnTimeout = idle
	}
	return []*http.Client{{Transport: a}, {Transport: b}, lib.New(lib.WithIdle(30 * time.Second)), lib.NewIdle(30 * time.Second), lib.NewConfigured(lib.Config{Idle: idle})}
}

// What is taken away is no limit.
func newLess(idle time.Duration) *http.Client {
	t := &http.Transport{IdleConnTimeout: idle}
	t.IdleConnTimeout -= 70 * time.Second
	return &http.Client{Transport: t}
}

func handle(ctx context.Context, event []byte) error {
	for _, c := range []*http.Client{byDefault, long, short, exact, later, either, less, closed, configured, replaced[0], replaced[1], replaced[2], replaced[3], replaced[4]} {
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
