// Command careful gives the client that lets connections go.
package main

import (
	"example.com/lambda/lifetime/othervarpassed/internal/shared"
	"example.com/lambda/lifetime/othervarpassed/internal/store"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs = store.FromConfig(store.Config{HTTP: shared.Careful})

func handle(url string) error { return jobs.Load(url) }

func main() {
	lambda.Start(handle)
}
