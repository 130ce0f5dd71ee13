// Command cmd chooses the limit for http.DefaultTransport; the package that posts on it does not know.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/lambda/default/defaultretunedpkg/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, body string) error {
	return api.Create(ctx, body)
}

func main() {
	http.DefaultTransport.(*http.Transport).IdleConnTimeout = 30 * time.Second
	lambda.Start(handle)
}
