// Command copied has it in a variable, and copies.
package main

import (
	"context"

	"example.com/lambda/lifetime/methodcalled/internal/media"
	"github.com/aws/aws-lambda-go/lambda"
)

type copier interface{ Copy(url string) error }

var store copier = media.Default

func handle(_ context.Context, url string) error { return store.Copy(url) }

func main() {
	lambda.Start(handle) // want `^lambda-default: http.Get outlives the invocation .+ at lifetime/methodcalled/internal/media/media.go:29$`
}
