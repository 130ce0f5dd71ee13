// Command localhost asks extensions in its own sandbox: they freeze and thaw along with it.
package main

import (
	"context"
	"io"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const (
	appConfig = "http://localhost:2772/applications/jobs/environments/prod/configurations/main"
	secrets   = "http://127.0.0.1:2773/secretsmanager/get"
)

func read(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func handle(ctx context.Context, event events.SQSEvent) error {
	resp, err := http.Get("http://localhost:2772/applications/jobs/environments/prod/configurations/flags")
	if err != nil {
		return err
	}
	resp.Body.Close()
	if _, err := read(appConfig); err != nil {
		return err
	}
	_, err = read(secrets + "?secretId=jobs")
	return err
}

func main() {
	lambda.Start(handle)
}
