// Command none takes the reporter that has no client.
package main

import (
	"example.com/lambda/leak/ifacemadeotherpkg/internal/report"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(url string) error { return report.All(url, report.Quiet()) }

func main() { lambda.Start(handle) }
