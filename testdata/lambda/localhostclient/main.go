// Command localhostclient keeps a client for the extension API in its own sandbox alone.
package main

import (
	"context"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const extension = "http://localhost:2773"

var client = &http.Client{Timeout: time.Second}

func secret(ctx context.Context, id string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, extension+"/secretsmanager/get?secretId="+id, nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("X-Aws-Parameters-Secrets-Token", os.Getenv("AWS_SESSION_TOKEN"))
	resp, err := client.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

func handle(ctx context.Context, event events.SQSEvent) error {
	_, err := secret(ctx, "jobs")
	return err
}

func main() {
	lambda.Start(handle)
}
