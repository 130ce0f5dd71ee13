// Command arg gives a constructor the variable of a third package.
package main

import (
	"example.com/lambda/lifetime/othervarpassed/internal/shared"
	"example.com/lambda/lifetime/othervarpassed/internal/store"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs = store.New(shared.Default)

func handle(url string) error { return jobs.Load(url) }

func main() {
	lambda.Start(handle) // want `^lambda-idle: .+ at lifetime/othervarpassed/internal/shared/shared.go:11$`
}
