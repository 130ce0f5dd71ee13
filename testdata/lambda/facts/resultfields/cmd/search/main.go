// Command search keeps the fields of a container that hold clients, and one whose type is promoted.
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
	search := c.Search
	lambda.Start(func(ctx context.Context, query string) error { // want `^lambda-idle: .+ at facts/resultfields/internal/di/di.go:85$`
		return search.Do(query)
	})
}
