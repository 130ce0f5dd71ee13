// Command server gives a client to what a method returned, and what it was called on kept.
package main

import (
	"net/http"
	"strings"

	"example.com/lambda/lifetime/methodmakes/internal/app"
	"github.com/aws/aws-lambda-go/lambda"
)

type jobs struct{ http *http.Client }

func (j *jobs) finish() error {
	resp, err := j.http.Post("https://jobs.example.com", "", strings.NewReader(""))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	a := &app.App{}
	j := &jobs{&http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: `
	a.Group("/jobs").Add("finish", j.finish)
	late := &jobs{&http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: `
	a.Only().Add("late", late.finish)
	lambda.Start(a.Serve) // want `^lambda-idle: .+app.go:66$`
}
