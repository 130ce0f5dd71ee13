// Command runtimeapi talks to the address that the runtime announces, which is in its own sandbox too.
package main

import (
	"context"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	api := os.Getenv("AWS_LAMBDA_RUNTIME_API")
	resp, err := http.Post("http://"+api+"/2020-08-15/logs", "application/json", strings.NewReader("{}"))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
