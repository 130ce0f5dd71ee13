// Command ifacemade calls methods, by interfaces, of values that the handler makes.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type sink interface{ put(string) error }

func close(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type desk struct{ url string }

func (d *desk) put(s string) error {
	c := http.Client{Transport: &http.Transport{MaxIdleConns: 1}} // want `^lambda-leak: `
	return close(c.Post(d.url+s, "text/plain", nil))
}

// A drawer has its method from what it embeds.
type base struct{}

func (base) put(s string) error {
	c := http.Client{Transport: &http.Transport{MaxIdleConns: 2}} // want `^lambda-leak: `
	return close(c.Post(s, "text/plain", nil))
}

type drawer struct {
	base
	n int
}

// A label has no fields at all.
type label string

func (l label) put(s string) error {
	c := http.Client{Transport: &http.Transport{MaxIdleConns: 3}} // want `^lambda-leak: `
	return close(c.Post(string(l)+s, "text/plain", nil))
}

// A drum is another sink, which nobody makes.
type drum struct{ url string }

func (d *drum) put(s string) error {
	c := http.Client{Transport: &http.Transport{MaxIdleConns: 4}}
	return close(c.Post(d.url+s, "text/plain", nil))
}

// A barrel is made, but not by what the handler runs.
type barrel struct{ url string }

func (b *barrel) put(s string) error {
	c := http.Client{Transport: &http.Transport{MaxIdleConns: 5}}
	return close(c.Post(b.url+s, "text/plain", nil))
}

func sinks(kind string) sink {
	switch kind {
	case "desk":
		return &desk{kind}
	case "label":
		return label(kind)
	}
	return drawer{n: 1}
}

func putAll(list []sink, s string) (err error) {
	for _, one := range list {
		err = one.put(s)
	}
	return err
}

func main() {
	var first sink = &barrel{"https://example.com"}
	first.put("up")
	lambda.Start(func(ctx context.Context, s string) error {
		return putAll([]sink{sinks(s)}, s)
	})
}
