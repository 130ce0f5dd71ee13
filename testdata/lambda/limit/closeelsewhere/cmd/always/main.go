// Command always closes in each invocation.
package main

import (
	"example.com/lambda/limit/closeelsewhere/internal/feed"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(url string) error {
	defer feed.Close()
	return feed.Send(url)
}

func main() {
	lambda.Start(handle)
}
