// Command requestcloses sends requests that close their connections: nothing of them outlives an invocation.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

type reporter struct {
	closing *http.Client
	kept    *http.Client
}

func (r *reporter) handle(ctx context.Context, body string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://example.com/", strings.NewReader(body))
	if err != nil {
		return err
	}
	again := req.Clone(ctx)
	req.Close = true
	resp, err := r.closing.Do(req)
	if err != nil {
		return err
	}
	_ = resp.Body.Close()
	resp, err = r.kept.Do(again)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	r := &reporter{
		closing: &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: nil}},
		kept:    &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: nil}}, // want `^lambda-idle: `
	}
	lambda.Start(r.handle)
}
