// Command counted takes the plugin without a client.
package main

import (
	"net/http"
	"time"

	"example.com/lambda/lifetime/ctorcallers/internal/crm"
	"github.com/aws/aws-lambda-go/lambda"
)

var store = crm.New(&http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}).Use(crm.Counter())

func handle(url string) error { return store.Lookup(url) }

func main() {
	lambda.Start(handle)
}
