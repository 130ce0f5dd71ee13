// Command nildefaultstd passes nil, so the constructor falls back on http.DefaultClient.
package main

import (
	"context"

	"example.com/lambda/default/nildefaultstd/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

type job struct {
	Body string
}

func main() {
	jobs := api.New(nil)
	lambda.Start(func(ctx context.Context, j job) error { // want `^lambda-default: http.DefaultClient outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(.+ at default/nildefaultstd/internal/api/client.go:18$`
		return jobs.Create(ctx, j.Body)
	})
}
