// Command chosen gives it a transport that closes its connections in time. That of other is for another program.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/chat"
	"github.com/aws/aws-lambda-go/lambda"
)

type tracing struct{ base http.RoundTripper }

func (t tracing) RoundTrip(req *http.Request) (*http.Response, error) { return t.base.RoundTrip(req) }

func handle(_ context.Context, room string) error {
	p := chat.NewPoller()
	p.WithTransport(tracing{&http.Transport{IdleConnTimeout: 30 * time.Second}})
	return p.Poll(room)
}

func other(room string) error {
	p := chat.NewPoller()
	p.WithTransport(tracing{http.DefaultTransport})
	return p.Poll(room)
}

func main() { lambda.Start(handle) }
