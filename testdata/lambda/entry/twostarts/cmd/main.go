// Command cmd has two Start calls that reach one client of another package: one value, one report, at the first.
package main

import (
	"os"

	"example.com/lambda/entry/twostarts/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	jobs := api.New()
	if os.Getenv("MODE") == "delete" {
		lambda.Start(jobs.Delete) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at entry/twostarts/internal/api/client.go:21$`
		return
	}
	lambda.Start(jobs.Create)
}
