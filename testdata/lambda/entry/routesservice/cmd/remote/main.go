// Command remote serves jobs that another package keeps, by routes of a third.
package main

import (
	"net/http"

	"example.com/lambda/entry/routesservice/internal/jobs"
	"example.com/lambda/entry/routesservice/internal/routes"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	mux := http.NewServeMux()
	routes.Register(mux, jobs.New())
	lambdaurl.Start(mux) // want `^lambda-idle: http.Client .+ at entry/routesservice/internal/jobs/jobs.go:10$`
}
