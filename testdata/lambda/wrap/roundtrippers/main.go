// Command roundtrippers has clients with all kinds of RoundTrippers between them and their transports.
package main

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"time"

	"example.com/lambda/wrap/roundtrippers/internal/wrap"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// It has no name.
var unnamed = &http.Client{Transport: struct{ http.RoundTripper }{&http.Transport{}}} // want `^lambda-idle: `

var unnamedDefault = &http.Client{Transport: struct{ http.RoundTripper }{http.DefaultTransport}} // want `^lambda-default: `

var importedDefault = &http.Client{Transport: &wrap.Logged{Next: http.DefaultTransport}} // want `^lambda-default: `

var imported = &http.Client{Transport: &wrap.Logged{Next: &http.Transport{}}} // want `^lambda-idle: `

type retried struct{ next http.RoundTripper }

func (r retried) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := r.next.RoundTrip(req)
	if err != nil {
		return r.next.RoundTrip(req)
	}
	return resp, err
}

func wrapped(rt http.RoundTripper, times int) http.RoundTripper {
	for range times {
		rt = retried{rt}
	}
	return rt
}

var again = &http.Client{Transport: wrapped(&http.Transport{}, 3)} // want `^lambda-idle: `

// It has a client in its turn.
type proxied struct{ client *http.Client }

func (p proxied) RoundTrip(req *http.Request) (*http.Response, error) {
	return p.client.Do(req)
}

var (
	inner      = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: `
	behind     = &http.Client{Transport: proxied{inner}}    // want `^lambda-idle: `
	behindFine = &http.Client{Transport: proxied{&http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}}}
)

// It falls back on the default in a method beside RoundTrip.
type authorized struct{ Base http.RoundTripper }

func (a *authorized) base() http.RoundTripper {
	if a.Base != nil {
		return a.Base
	}
	return http.DefaultTransport
}

func (a *authorized) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Authorization", "Bearer token")
	return a.base().RoundTrip(req)
}

var (
	fallen = &http.Client{Transport: &authorized{}} // want `^lambda-default: `
	given  = &http.Client{Transport: &authorized{Base: &http.Transport{IdleConnTimeout: 30 * time.Second}}}
)

// DefaultTransport is a namesake with a lifetime that somebody chose.
var DefaultTransport = &http.Transport{IdleConnTimeout: 30 * time.Second}

type renamed struct{}

func (renamed) RoundTrip(req *http.Request) (*http.Response, error) {
	return DefaultTransport.RoundTrip(req)
}

var namesake = &http.Client{Transport: renamed{}}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// It gets a token by another client, and is not that one.
func withToken(tokens *http.Client, jar http.CookieJar, next http.RoundTripper) http.RoundTripper {
	return roundTripper(func(req *http.Request) (*http.Response, error) {
		resp, err := tokens.Get("https://tokens.example.com")
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		token, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, err
		}
		for _, c := range jar.Cookies(req.URL) {
			req.AddCookie(c)
		}
		req.Header.Set("Authorization", "Bearer "+string(token))
		return next.RoundTrip(req)
	})
}

// A jar may have a client, too.
type jar struct{ client *http.Client }

func (j *jar) SetCookies(u *url.URL, cookies []*http.Cookie) {}

func (j *jar) Cookies(u *url.URL) []*http.Cookie {
	resp, err := j.client.Get("https://cookies.example.com?u=" + u.String())
	if err != nil {
		return nil
	}
	defer resp.Body.Close()
	return resp.Cookies()
}

var (
	tokens  = &http.Client{Transport: &http.Transport{}}       // want `^lambda-idle: `
	cookies = &jar{&http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: `
	tokened = &http.Client{Transport: withToken(tokens, cookies, &http.Transport{IdleConnTimeout: 30 * time.Second})}
	jarred  = &http.Client{Jar: cookies, Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}
)

func handle(ctx context.Context, event events.SNSEvent) error {
	for _, c := range []*http.Client{unnamed, unnamedDefault, imported, importedDefault, again, behind, behindFine, fallen, given, namesake, tokened, jarred} {
		resp, err := c.Get("https://api.example.com/v1/jobs")
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
