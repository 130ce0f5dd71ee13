// Command audit keeps a field that is promoted: of the embedded struct, only that counts.
package main

import (
	"context"

	"example.com/lambda/facts/resultfields/internal/di"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	c, err := di.Init()
	if err != nil {
		return
	}
	audit := c.Audit
	lambda.Start(func(ctx context.Context, body string) error { // want `^lambda-idle: .+ at facts/resultfields/internal/di/di.go:79$`
		return audit.Send(body)
	})
}
