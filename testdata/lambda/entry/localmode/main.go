// Command localmode runs on a developer's machine too; the client of that mode is never in a Lambda.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := jobs.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	if os.Getenv("AWS_LAMBDA_RUNTIME_API") != "" {
		lambda.Start(handle)
		return
	}
	queue := &http.Client{Transport: &http.Transport{}}
	resp, err := queue.Post("https://queue.example.com/receive", "", nil)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	var event events.SQSEvent
	if err := json.NewDecoder(resp.Body).Decode(&event); err != nil {
		log.Fatal(err)
	}
	if err := handle(context.Background(), event); err != nil {
		log.Fatal(err)
	}
}
