// Command beforestart uses a client only before it starts.
package main

import (
	"context"
	"log"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Transport: &http.Transport{}}

func announce(name string) error {
	resp, err := client.Post("https://hooks.example.com/started", "text/plain", strings.NewReader(name))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		log.Print(record.MessageId)
	}
	return nil
}

func main() {
	if err := announce("jobs"); err != nil {
		log.Fatal(err)
	}
	lambda.Start(handle)
}
