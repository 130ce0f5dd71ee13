// Package app makes all that programs may need.
package app

import (
	"log/slog"

	"example.com/lambda/entry/appcontext/internal/around"
	"example.com/lambda/entry/appcontext/internal/mail"
)

// An App has what programs may need.
type App interface {
	Log() *slog.Logger
	Logger() around.Logger
	Mails() mail.Sender
}

type app struct {
	log    *slog.Logger
	logger around.Logger
	mails  mail.Sender
}

// New makes an App.
func New() App {
	log := slog.Default()
	return &app{log, around.New(log), mail.New()}
}

func (a *app) Log() *slog.Logger     { return a.log }
func (a *app) Logger() around.Logger { return a.logger }
func (a *app) Mails() mail.Sender    { return a.mails }
