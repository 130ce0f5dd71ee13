// Command cmd leaves it to another package.
package main

import (
	"example.com/lambda/default/poolotherpkg/internal/ping"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(url string) error {
	if err := ping.Check(url); err != nil {
		return err
	}
	return ping.Send(url)
}

func main() {
	lambda.Start(handle) // want `^lambda-default: .+ at default/poolotherpkg/internal/ping/ping.go:10$`
}
