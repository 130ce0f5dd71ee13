// Command callbacks hands methods and functions that use clients to others, which call them.
package main

import (
	"context"
	"net/http"
	"slices"

	"github.com/aws/aws-lambda-go/lambda"
)

type handler func(context.Context, []string) error

func chain(h handler, with ...func(handler) handler) handler {
	for _, w := range slices.Backward(with) {
		h = w(h)
	}
	return h
}

type auditor struct{ c *http.Client }

func (a *auditor) audit(next handler) handler {
	return func(ctx context.Context, urls []string) error {
		if err := post(a.c, "https://audit.example.com"); err != nil {
			return err
		}
		return next(ctx, urls)
	}
}

type mailer struct{ c *http.Client }

func (m mailer) mail(url string) error { return post(m.c, url) }

func each(urls []string, f func(string) error) error {
	for _, u := range urls {
		if err := f(u); err != nil {
			return err
		}
	}
	return nil
}

func post(c *http.Client, url string) error {
	resp, err := c.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type unused struct{ c *http.Client }

func (u *unused) wrap(next handler) handler {
	return func(ctx context.Context, urls []string) error { return post(u.c, urls[0]) }
}

func main() {
	a := &auditor{&http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: `
	m := mailer{&http.Client{Transport: &http.Transport{}}}   // want `^lambda-idle: `
	u := &unused{&http.Client{Transport: &http.Transport{}}}
	_ = u
	mail := m.mail
	lambda.Start(chain(func(ctx context.Context, urls []string) error { return each(urls, mail) }, a.audit))
}
