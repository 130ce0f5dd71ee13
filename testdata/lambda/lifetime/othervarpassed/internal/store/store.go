// Package store works with the client that it is given.
package store

import "net/http"

// A Doer sends requests.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// A Config says how.
type Config struct {
	Name string
	HTTP Doer
}

// A Store is remote.
type Store struct{ do Doer }

// New takes a client.
func New(d Doer) *Store { return &Store{d} }

// FromConfig takes it in a struct.
func FromConfig(c Config) *Store { return New(c.HTTP) }

// An Option changes a Store.
type Option func(*Store)

// With takes it in an option.
func With(d Doer) Option { return func(s *Store) { s.do = d } }

// Build takes options.
func Build(options ...Option) *Store {
	s := &Store{}
	for _, o := range options {
		o(s)
	}
	return s
}

// Load asks for url.
func (s *Store) Load(url string) error {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := s.do.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
