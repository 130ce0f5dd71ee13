// Package notify sends messages somewhere.
package notify

import (
	"context"
	"net/http"
	"strings"
)

// Notifier sends a message.
type Notifier interface {
	Notify(ctx context.Context, text string) error
}

type webhook struct {
	client *http.Client
	target string
}

// New makes a Notifier that posts to target.
func New(target string) Notifier {
	client := &http.Client{}
	client.Transport = &http.Transport{MaxIdleConnsPerHost: 8}
	return &webhook{client: client, target: target}
}

func (w *webhook) Notify(ctx context.Context, text string) error {
	resp, err := w.client.Post(w.target, "text/plain", strings.NewReader(text))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
