// Command given makes an API for each invocation, around a client that it keeps.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/lambda/leak/leakgiven/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}

func handle(ctx context.Context, body string) error {
	return api.New(client).Create(body)
}

func main() {
	lambda.Start(handle)
}
