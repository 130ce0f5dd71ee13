// Command eithertransport has clients with one of two transports, and says where one is that never lets go of connections.
package main

import (
	"context"
	"crypto/tls"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func insecure() bool { return os.Getenv("INSECURE") != "" }

func pick() http.RoundTripper {
	if insecure() {
		return &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	}
	return &http.Transport{}
}

func pickChosen() http.RoundTripper {
	if insecure() {
		return &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	}
	return &http.Transport{IdleConnTimeout: 30 * time.Second}
}

var (
	both = &http.Client{Transport: pick()}            // want `; set it in wrap/eithertransport/main.go:20$`
	one  = &http.Client{Transport: pickChosen()}      // want `; set it in wrap/eithertransport/main.go:27$`
	here = &http.Client{Transport: &http.Transport{}} // want `after 60s\)$`
)

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		for _, client := range []*http.Client{both, one, here} {
			resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
			if err != nil {
				return err
			}
			resp.Body.Close()
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
