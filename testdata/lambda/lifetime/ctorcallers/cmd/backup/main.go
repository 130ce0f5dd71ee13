// Command backup takes the backup.
package main

import (
	"example.com/lambda/lifetime/ctorcallers/internal/crm"
	"github.com/aws/aws-lambda-go/lambda"
)

var store = crm.NewBackup()

func handle(url string) error { return store.Lookup(url) }

func main() {
	lambda.Start(handle) // want `^lambda-idle: .+ at lifetime/ctorcallers/internal/crm/crm.go:9$`
}
