// Command leakvalues makes a transport in each invocation, by a constructor that returns more than that.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct{ posted func(url string) }

func (h *handler) dial(host string) (*http.Client, string) {
	return &http.Client{Transport: &http.Transport{}}, "https://" + host // want `^lambda-leak: `
}

func (h *handler) Handle(ctx context.Context, body string) error {
	client, base := h.dial("api.example.com")
	resp, err := client.Post(base+"/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	h.posted(base)
	return resp.Body.Close()
}

func main() {
	h := &handler{posted: func(string) {}}
	lambda.Start(h.Handle)
}
