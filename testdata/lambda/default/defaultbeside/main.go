// Command defaultbeside keeps clients whose transports were chosen, in code that knows a default as well.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func authorized(next http.RoundTripper) http.RoundTripper {
	if next == nil {
		next = http.DefaultTransport
	}
	return roundTripper(func(r *http.Request) (*http.Response, error) {
		r.Header.Set("Authorization", "Bearer token")
		return next.RoundTrip(r)
	})
}

type logged struct{ next http.RoundTripper }

func (l *logged) RoundTrip(r *http.Request) (*http.Response, error) {
	log.Println(r.URL)
	if l.next == nil {
		return http.DefaultTransport.RoundTrip(r)
	}
	return l.next.RoundTrip(r)
}

func clone() http.RoundTripper {
	t, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		return http.DefaultTransport
	}
	t = t.Clone()
	t.IdleConnTimeout = 30 * time.Second
	return t
}

var (
	jobs   = &http.Client{Transport: authorized(&http.Transport{IdleConnTimeout: 30 * time.Second})}
	orders = &http.Client{Transport: &logged{clone()}}
	users  = &http.Client{Transport: clone()}
	bare   = &http.Client{Transport: &logged{}} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
)

func main() {
	lambda.Start(func(ctx context.Context) error {
		for _, c := range []*http.Client{jobs, orders, users, bare} {
			if _, err := c.Head("https://api.example.com"); err != nil {
				return err
			}
		}
		return nil
	})
}
