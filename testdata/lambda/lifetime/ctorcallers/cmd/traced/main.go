// Command traced takes the plugin that leaks.
package main

import (
	"net/http"
	"time"

	"example.com/lambda/lifetime/ctorcallers/internal/crm"
	"github.com/aws/aws-lambda-go/lambda"
)

var store = crm.Traced(&http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}})

func handle(url string) error { return store.Lookup(url) }

func main() {
	lambda.Start(handle) // want `^lambda-leak: .+ at lifetime/ctorcallers/internal/crm/crm.go:53$`
}
