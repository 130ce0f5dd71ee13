// Command handed gives another module's client a transport of its own, which sends by http.DefaultTransport.
package main

import (
	"context"
	"net/http"

	"example.com/chat"
	"github.com/aws/aws-lambda-go/lambda"
)

type retrying struct {
	base http.RoundTripper
	most int
}

func (t *retrying) RoundTrip(req *http.Request) (*http.Response, error) {
	for i := 0; ; i++ {
		resp, err := t.base.RoundTrip(req)
		if err == nil || i == t.most {
			return resp, err
		}
	}
}

func handle(_ context.Context, room string) error {
	p := chat.NewPoller()
	p.WithTransport(&retrying{base: http.DefaultTransport, most: 3}) // want `^lambda-default: http.DefaultTransport outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	return p.Poll(room)
}

func main() { lambda.Start(handle) }
