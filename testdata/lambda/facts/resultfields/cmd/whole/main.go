// Command whole keeps the whole container, and calls a method that is promoted.
package main

import (
	"context"

	"example.com/lambda/facts/resultfields/internal/di"
	"github.com/aws/aws-lambda-go/lambda"
)

var c, _ = di.Init()

func main() {
	lambda.Start(func(ctx context.Context, query string) error { // want `^lambda-idle: .+ at facts/resultfields/internal/di/di.go:70$` `^lambda-idle: .+di.go:78$` `^lambda-idle: .+di.go:72$` `^lambda-idle: .+di.go:79$` `^lambda-idle: .+di.go:85$`
		return c.Now()
	})
}
