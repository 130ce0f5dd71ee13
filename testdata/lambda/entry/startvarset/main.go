// Command startvarset starts by a variable that it may set to a function of its own.
package main

import (
	"context"
	"os"

	"example.com/lambda/entry/startvar/api"
	"github.com/aws/aws-lambda-go/lambda"
)

var start = lambda.Start

func handle(ctx context.Context, body string) error { return api.Create(body) }

func main() {
	if os.Getenv("LOCAL") != "" {
		start = func(any) { handle(context.Background(), "") }
	}
	start(handle) // which of the two it is cannot be told
}
