// Command hidden calls a method of what another package's function returns in each invocation.
package main

import (
	"example.com/lambda/leak/ifacemadeotherpkg/internal/report"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(url string) error { return report.New(url).Report("text/plain") }

func main() {
	lambda.Start(handle) // want `^lambda-leak: .+ at leak/ifacemadeotherpkg/internal/report/report.go:15$`
}
