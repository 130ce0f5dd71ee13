// Package media keeps pictures. Copy alone asks another host for one.
package media

import "net/http"

// A Service is what others know of it.
type Service interface {
	Save(name string) error
	Copy(url string) error
}

type service struct{ saved int }

// New makes a Service.
func New() Service { return &service{} }

// Default is one that is there.
var Default Service = &service{}

// Store is one whose type others do not know by name.
var Store = &service{}

func (s *service) Save(string) error {
	s.saved++
	return nil
}

func (s *service) Copy(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Routes are for a program that serves all of it.
func Routes(s Service) map[string]func(string) error {
	return map[string]func(string) error{"copy": s.Copy}
}
