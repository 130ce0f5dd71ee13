// Package boot hands on what package di makes.
package boot

import "example.com/lambda/facts/resultfields/internal/di"

// Start makes a container.
func Start() (*di.Container, error) { return di.Init() }

// An App has a part of a container.
type App struct {
	Repo   di.Repo
	Search *di.Search
	Mailer di.Mailer
}

// New makes an App.
func New() App {
	c, err := di.Init()
	if err != nil {
		return App{}
	}
	return App{Repo: c.Repo, Search: c.Search, Mailer: c.Mailer}
}

// A Server has an App.
type Server struct{ App App }

// NewServer makes a Server.
func NewServer() *Server { return &Server{New()} }
