// Command cmd chooses limits for two packages before it starts; of a third it sets a variable that has nothing to do with limits.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/lambda/limit/configuresother/internal/api"
	"example.com/lambda/limit/configuresother/internal/deep"
	"example.com/lambda/limit/configuresother/internal/tuned"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, body string) error {
	if err := tuned.Create(ctx, body); err != nil {
		return err
	}
	if err := deep.Default.Create(ctx, body); err != nil {
		return err
	}
	return api.Create(ctx, body)
}

func main() {
	api.Verbose = true
	tuned.Transport.IdleConnTimeout = 30 * time.Second
	deep.Default.HTTP.Transport.(*http.Transport).IdleConnTimeout = 30 * time.Second
	lambda.Start(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at limit/configuresother/internal/api/client.go:13$`
}
