// Package around runs something before and after a handler.
package around

import (
	"log/slog"
	"net/http"
)

// A Handler handles a request.
type Handler func(r *http.Request) (status int)

// A Logger logs requests.
type Logger interface {
	Around(h Handler) http.HandlerFunc
	Statuses(h Handler) http.HandlerFunc
}

type logger struct{ log *slog.Logger }

// New makes a Logger.
func New(log *slog.Logger) Logger { return &logger{log} }

func (l *logger) Around(h Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		l.log.Info("begins")
		w.WriteHeader(h(r))
	}
}

func (l *logger) Statuses(Handler) http.HandlerFunc { return http.NotFound }

// Client is there so that there is something to say of the package.
func Client() *http.Client { return &http.Client{} }
