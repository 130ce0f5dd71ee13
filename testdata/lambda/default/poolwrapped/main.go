// Command poolwrapped sends by what wraps http.DefaultTransport, without a client.
package main

import (
	"context"
	"net/http"

	"example.com/lambda/default/poolwrapped/internal/retry"
	"github.com/aws/aws-lambda-go/lambda"
)

type retrying struct{ next http.RoundTripper }

func (r *retrying) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := r.next.RoundTrip(req)
	if err != nil {
		return r.next.RoundTrip(req)
	}
	return resp, nil
}

// A value of one type may be in any field of that type, as far as is known, so what is chosen has another.
type logging struct{ next http.RoundTripper }

func (l *logging) RoundTrip(req *http.Request) (*http.Response, error) { return l.next.RoundTrip(req) }

var own = &http.Transport{DisableKeepAlives: true}

type sender struct {
	rt     *retrying
	chosen *logging
	tuned  http.RoundTripper
}

func (s *sender) handle(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, nil)
	if err != nil {
		return err
	}
	if resp, err := s.chosen.RoundTrip(req); err == nil {
		resp.Body.Close()
	}
	if resp, err := s.tuned.RoundTrip(req); err == nil {
		resp.Body.Close()
	}
	resp, err := s.rt.RoundTrip(req) // want `^lambda-default: http.DefaultTransport `
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	s := &sender{
		rt:     &retrying{http.DefaultTransport},
		chosen: &logging{own},
		tuned:  retry.Chosen(),
	}
	lambda.Start(s.handle)
}
