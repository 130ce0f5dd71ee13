// Command builderotherpkg gives clients to another package's API clients after these are made. One of them is kept.
package main

import (
	"context"
	"net/http"

	"example.com/lambda/facts/builderotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	jobs, probe := api.New(), api.New()
	jobs.Use(&http.Client{Transport: &http.Transport{}}) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	probe.Use(&http.Client{Transport: &http.Transport{MaxIdleConns: 1}})
	if err := probe.Create(context.Background(), "probe"); err != nil {
		panic(err)
	}
	lambda.Start(func(ctx context.Context, body string) error {
		return jobs.Create(ctx, body)
	})
}
