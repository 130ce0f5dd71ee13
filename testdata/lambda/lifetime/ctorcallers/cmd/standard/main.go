// Command standard takes the default.
package main

import (
	"example.com/lambda/lifetime/ctorcallers/internal/crm"
	"github.com/aws/aws-lambda-go/lambda"
)

var store = crm.NewDefault()

func handle(url string) error { return store.Lookup(url) }

func main() {
	lambda.Start(handle) // want `^lambda-default: .+ at lifetime/ctorcallers/internal/crm/crm.go:24$`
}
