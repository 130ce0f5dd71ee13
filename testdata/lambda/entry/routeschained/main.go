// Command routeschained registers functions on what the router returns.
package main

import (
	"context"
	"net/http"
	"strings"

	"example.com/lambda/entry/routeschained/internal/router"
	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

func create(ctx context.Context, body string) error {
	resp, err := client.Post("https://api.example.com/v1/orders", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	r := new(router.Router)
	r.Path("/orders").Run(create)
	lambda.Start(r.Handle)
}
