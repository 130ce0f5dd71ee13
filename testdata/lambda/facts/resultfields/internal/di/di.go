// Package di makes all that programs need, and each keeps what it needs.
package di

import (
	"net/http"
	"strings"
)

// A Repo keeps jobs.
type Repo interface {
	Get(id string) (string, error)
}

type memory map[string]string

func (m memory) Get(id string) (string, error) { return m[id], nil }

// A Search finds jobs.
type Search struct{ http *http.Client }

// Do searches.
func (s *Search) Do(query string) error {
	resp, err := s.http.Post("https://search.example.com", "", strings.NewReader(query))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A Mailer sends mail.
type Mailer interface{ Send(body string) error }

type mailer struct{ http *http.Client }

func (m *mailer) Send(body string) error {
	resp, err := m.http.Post("https://mail.example.com", "", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A Container has all of them.
type Container struct {
	Repo   Repo
	Search *Search
	Mailer Mailer
	*Clock
	Base
}

// A Base is what each container has.
type Base struct {
	Audit Mailer
	Log   func(string)
}

// A Clock asks what time it is.
type Clock struct{}

// Now asks.
func (*Clock) Now() error {
	resp, err := clock.Post("https://time.example.com", "", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

var clock = &http.Client{Transport: &http.Transport{MaxIdleConns: 5}}

var log = &http.Client{Transport: &http.Transport{MaxIdleConns: 4}}

// Init makes a Container.
func Init() (*Container, error) {
	c := &Container{Repo: memory{}, Clock: new(Clock)}
	c.Search = newSearch()
	c.Mailer = &mailer{&http.Client{Transport: &http.Transport{MaxIdleConns: 2}}}
	c.Audit = &mailer{&http.Client{Transport: &http.Transport{MaxIdleConns: 3}}}
	c.Log = func(s string) { _, _ = log.Post("https://log.example.com", "", strings.NewReader(s)) }
	return c, nil
}

func newSearch() *Search {
	return &Search{&http.Client{Transport: &http.Transport{}}}
}
