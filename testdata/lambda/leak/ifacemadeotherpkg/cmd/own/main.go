// Command own gives values of its own to another package, which calls their methods.
package main

import (
	"net/http"

	"example.com/lambda/leak/ifacemadeotherpkg/internal/report"
	"github.com/aws/aws-lambda-go/lambda"
)

type mail struct{ to string }

func (m *mail) Report(s string) error {
	resp, err := http.Post(m.to, s, nil) // want `^lambda-default: `
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Nobody makes one of these.
type pager struct{ to string }

func (p *pager) Report(s string) error {
	resp, err := (&http.Client{Transport: &http.Transport{}}).Post(p.to, s, nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handle(url string) error { return report.All("text/plain", &mail{url}, report.Quiet()) }

func main() { lambda.Start(handle) }
