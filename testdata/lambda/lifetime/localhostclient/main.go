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

func refresh(ctx context.Context) error {
	resp, err := getting.Get(extension + "/health")
	if err != nil {
		return err
	}
	resp.Body.Close()
	resp, err = getting.Post(extension+"/refresh", "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Another one is for getting alone, and a third gets things from elsewhere as well.
var (
	getting = &http.Client{Timeout: 2 * time.Second}
	mixed   = &http.Client{Timeout: 3 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
)

func handle(ctx context.Context, event events.SQSEvent) error {
	if err := refresh(ctx); err != nil {
		return err
	}
	for _, get := range []func(string) (*http.Response, error){config, flags} {
		resp, err := get("?name=jobs")
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	_, err := secret(ctx, "jobs")
	return err
}

func config(query string) (*http.Response, error) { return getting.Get(extension + "/config" + query) }

func flags(query string) (*http.Response, error) {
	if resp, err := mixed.Get(extension + "/flags" + query); err == nil {
		return resp, nil
	}
	return mixed.Get("https://flags.example.com/" + query)
}

func main() {
	lambda.Start(handle)
}
