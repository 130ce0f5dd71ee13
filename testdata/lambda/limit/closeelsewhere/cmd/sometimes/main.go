// Command sometimes calls what closes sometimes.
package main

import (
	"example.com/lambda/limit/closeelsewhere/internal/feed"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(url string) error {
	defer feed.CloseIf(len(url) > 10)
	return feed.Send(url)
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: .+ at limit/closeelsewhere/internal/feed/feed.go:6$`
}
