// Package service sends.
package service

import "net/http"

// A Service sends.
type Service struct{ client *http.Client }

// An Option configures a Service.
type Option func(*Service)

// WithClient has it send by c.
func WithClient(c *http.Client) Option { return func(s *Service) { s.client = c } }

// New makes a Service.
func New(options ...Option) *Service {
	s := &Service{client: http.DefaultClient}
	for _, o := range options {
		o(s)
	}
	return s
}

// Send sends.
func (s *Service) Send(url string) error {
	resp, err := s.client.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
