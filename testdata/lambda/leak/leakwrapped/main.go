// Command leakwrapped makes a transport in each invocation, inside a RoundTripper.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type authorized struct {
	next  http.RoundTripper
	token string
}

func (a authorized) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Authorization", a.token)
	return a.next.RoundTrip(req)
}

type request struct {
	Token string
	Body  string
}

func handle(ctx context.Context, r request) error {
	client := http.Client{Transport: authorized{
		next:  &http.Transport{}, // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
		token: r.Token,
	}}
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(r.Body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
