// Command untuned keeps one as it comes, and makes another in each invocation.
package main

import (
	"context"
	"net/http"

	"example.com/lambda/limit/retuned/internal/conn"
	"github.com/aws/aws-lambda-go/lambda"
)

var kept = conn.Client()

func handle(ctx context.Context) error {
	c := &http.Client{Transport: conn.Transport()}
	if _, err := c.Head("https://api.example.com"); err != nil {
		return err
	}
	_, err := kept.Head("https://api.example.com")
	return err
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: .+ at limit/retuned/internal/conn/conn.go:13$` `^lambda-leak: .+ at limit/retuned/internal/conn/conn.go:10$`
}
