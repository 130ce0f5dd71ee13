// Command wrapdefault wraps http.DefaultTransport.
package main

import (
	"context"
	"log"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type logged struct {
	next http.RoundTripper
}

func (l logged) RoundTrip(req *http.Request) (*http.Response, error) {
	log.Print(req.Method, " ", req.URL)
	return l.next.RoundTrip(req)
}

var client = &http.Client{Transport: logged{next: http.DefaultTransport}} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`

func handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		resp, err := client.Post("https://hooks.example.com/sns", "text/plain", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
