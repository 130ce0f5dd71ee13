// Command nested keeps a field of a field.
package main

import (
	"context"

	"example.com/lambda/facts/resultfields/internal/boot"
	"github.com/aws/aws-lambda-go/lambda"
)

var search = boot.NewServer().App.Search

func main() {
	lambda.Start(func(ctx context.Context, query string) error { // want `^lambda-idle: .+ at facts/resultfields/internal/di/di.go:85$`
		return search.Do(query)
	})
}
