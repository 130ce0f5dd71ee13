// Package perrequest makes a value for each request, whose methods make transports.
package perrequest

import "net/http"

type upload struct{ url string }

func serve(w http.ResponseWriter, r *http.Request) {
	u := &upload{r.URL.Path}
	u.send()
	a := newAPI(r.URL.Path)
	a.get()
}

func (u *upload) send() {
	client := http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	client.Get(u.url)
}

type api struct {
	url    string
	client *http.Client
}

func newAPI(url string) *api {
	return &api{url, &http.Client{Transport: &http.Transport{}}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
}

func (a *api) get() { a.client.Get(a.url) }

type long struct{ client *http.Client }

func newLong() *long { return &long{&http.Client{Transport: &http.Transport{}}} }

func (l *long) get() { l.client.Get("https://example.com") }

var kept = newLong()

func init() {
	http.HandleFunc("/", serve)
	http.HandleFunc("/kept", func(w http.ResponseWriter, r *http.Request) { kept.get() })
}
