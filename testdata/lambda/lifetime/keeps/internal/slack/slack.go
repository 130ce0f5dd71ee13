// Package slack keeps the client it is given.
package slack

import (
	"context"
	"net/http"
	"strings"
)

// API posts messages.
type API struct {
	token string
	http  *http.Client
}

// New makes an API over client.
func New(token string, client *http.Client) *API {
	return &API{token: token, http: client}
}

// Post posts a message.
func (a *API) Post(ctx context.Context, text string) error {
	resp, err := a.http.Post("https://slack.example.com/api/chat?token="+a.token, "text/plain", strings.NewReader(text))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
