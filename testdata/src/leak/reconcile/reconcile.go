// Package reconcile makes a transport each time that a controller looks.
package reconcile

import (
	"context"
	"net/http"
	"time"
)

type controller struct{ interval time.Duration }

// Loop runs as long as the process.
func (c *controller) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(c.interval):
			c.reconcile(ctx)
		}
	}
}

func (c *controller) reconcile(ctx context.Context) {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	if resp, err := client.Get("https://example.com"); err == nil {
		resp.Body.Close()
	}
}

// One that is made before the loop lasts as long as this.
func (c *controller) Watch(ctx context.Context) {
	client := &http.Client{Transport: &http.Transport{}}
	for ctx.Err() == nil {
		if resp, err := client.Get("https://example.com"); err == nil {
			resp.Body.Close()
		}
		time.Sleep(c.interval)
	}
}

func (c *controller) Poll() {
	client := &http.Client{Transport: &http.Transport{}}
	go func() {
		for range time.Tick(c.interval) {
			client.Get("https://example.com")
		}
	}()
}

func NewController() *controller {
	c := &controller{interval: time.Minute}
	client := &http.Client{Transport: &http.Transport{}} // is called to begin something
	client.Get("https://example.com")
	go c.run(context.Background())
	return c
}
