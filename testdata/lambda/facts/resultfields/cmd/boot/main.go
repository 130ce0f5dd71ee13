// Command boot keeps a field of a container that another package hands on.
package main

import (
	"context"

	"example.com/lambda/facts/resultfields/internal/boot"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	c, err := boot.Start()
	if err != nil {
		return
	}
	search := c.Search
	lambda.Start(func(ctx context.Context, query string) error { // want `^lambda-idle: .+ at facts/resultfields/internal/di/di.go:85$`
		return search.Do(query)
	})
}
