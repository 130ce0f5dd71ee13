// Command onerror closes after a failure only.
package main

import (
	"example.com/lambda/limit/closeelsewhere/internal/feed"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(url string) error {
	if url == "" {
		feed.Close()
	}
	return feed.Send(url)
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: .+ at limit/closeelsewhere/internal/feed/feed.go:6$`
}
