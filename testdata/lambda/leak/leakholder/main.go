// Command leakholder puts the transports that it makes into structs, and drops those of each invocation.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type jobs struct {
	base   string
	client *http.Client
}

func (j *jobs) create(body string) error {
	resp, err := j.client.Post(j.base, "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func newJobs(base string) *jobs { return &jobs{base: base} }

func handle(ctx context.Context, body string) error {
	j := newJobs("https://api.example.com")
	j.client = &http.Client{Transport: &http.Transport{}} // want `^lambda-leak: `
	if err := j.create(body); err != nil {
		return err
	}

	t := &http.Transport{MaxIdleConns: 10} // want `^lambda-leak: `
	var k *jobs
	func() {
		k = &jobs{base: "https://api.example.com/v2", client: &http.Client{Transport: t}}
	}()
	return k.create(body)
}

func main() {
	lambda.Start(handle)
}
