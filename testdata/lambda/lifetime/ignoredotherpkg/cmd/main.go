// Command cmd has a reason where the report stands, which is the Start call.
package main

import (
	"context"

	"example.com/lambda/lifetime/ignoredotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

type job struct {
	Body string
}

func handle(ctx context.Context, j job) error {
	return api.Create(ctx, j.Body)
}

func main() {
	//transportlint:ignore lambda-idle the jobs API closes no idle connections
	lambda.Start(handle)
}
