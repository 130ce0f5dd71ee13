// Command keptinmap keeps clients in things of the standard library that it filled before it started.
package main

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/aws/aws-lambda-go/lambda"
)

var (
	byHost  sync.Map
	current atomic.Pointer[http.Client]
)

func handle(ctx context.Context, host string) error {
	client := current.Load()
	if v, ok := byHost.Load(host); ok {
		client = v.(*http.Client)
	}
	resp, err := client.Post("https://"+host+"/v1/jobs", "application/json", strings.NewReader("{}"))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	byHost.Store("api.example.com", &http.Client{Transport: &http.Transport{}}) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	current.Store(&http.Client{Transport: &http.Transport{MaxIdleConns: 1}})    // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	lambda.Start(handle)
}
