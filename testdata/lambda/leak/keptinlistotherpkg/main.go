// Command keptinlistotherpkg has another package make a client in each invocation. None of them is used twice, although they are kept.
package main

import (
	"context"

	"example.com/lambda/leak/keptinlistotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, body string) error {
	return api.Create(body)
}

func main() {
	lambda.Start(handle) // want `^lambda-leak: .+ at leak/keptinlistotherpkg/internal/api/api.go:21$` `^lambda-leak: .+ at leak/keptinlistotherpkg/internal/api/api.go:23$`
}
