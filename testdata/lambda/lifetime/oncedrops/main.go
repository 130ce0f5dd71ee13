// Command oncedrops makes transports in the first invocation alone, and drops them. That is no leak that grows.
package main

import (
	"context"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

var (
	once sync.Once
	base string
)

func fetch(url string) string {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	resp, err := client.Get(url)
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return ""
	}
	return string(body)
}

var version = sync.OnceValue(func() string { return fetch("https://config.example.com/version") })

func handle(ctx context.Context, body string) error {
	once.Do(func() {
		client := &http.Client{Transport: &http.Transport{}}
		resp, err := client.Head("https://config.example.com/")
		if err == nil {
			resp.Body.Close()
			base = resp.Header.Get("Location")
		}
	})
	client := &http.Client{Transport: &http.Transport{}} // want `^lambda-leak: `
	resp, err := client.Post(base+version(), "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
