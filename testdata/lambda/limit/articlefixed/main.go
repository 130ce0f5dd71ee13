// Command articlefixed is the same with the one field that was missing.
package main

import (
	"context"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// Transport is careful.
var Transport = &http.Transport{
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	IdleConnTimeout:     30 * time.Second,
}

// Client is what the handler posts with.
var Client = &http.Client{
	Timeout:   10 * time.Second,
	Transport: Transport,
}

// HandleRequest forwards notifications.
func HandleRequest(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		resp, err := Client.Post("https://hooks.example.com/sns", "application/json", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	lambda.Start(HandleRequest)
}
