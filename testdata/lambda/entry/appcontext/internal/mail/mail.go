// Package mail sends mails.
package mail

import (
	"net/http"
	"strings"
)

// A Sender sends mails.
type Sender interface {
	Send(text string) error
}

type sender struct{ client *http.Client }

// New makes a Sender.
func New() Sender {
	return &sender{
		client: &http.Client{Transport: &http.Transport{}},
	}
}

func (s *sender) Send(text string) error {
	resp, err := s.client.Post("https://mail.example.com", "text/plain", strings.NewReader(text))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
