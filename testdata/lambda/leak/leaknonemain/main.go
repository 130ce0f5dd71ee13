// Command leaknonemain makes a transport in a function that only main calls: once, not on every invocation.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func announce() error {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Post("https://hooks.example.com/started", "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handle(ctx context.Context, event events.SQSEvent) error {
	return nil
}

func main() {
	if err := announce(); err != nil {
		log.Fatal(err)
	}
	lambda.Start(handle)
}
