// Package app is a program that is a command, and a Lambda function.
package app

import (
	"net/http"
	"strings"
)

// An App is the program.
type App struct {
	count  int
	groups []*Group
	last   any
}

// A Command is one of the program.
type Command struct{ Run func() error }

// NewRoot makes a Command, which the App does not keep.
func (a *App) NewRoot() *Command {
	return &Command{Run: func() error { return a.download() }}
}

func (a *App) download() error {
	resp, err := http.Post("https://example.com", "", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Export is all that the function does.
func (a *App) Export() error {
	a.count++
	return nil
}

// A Group is a part of what is served.
type Group struct {
	Prefix string
	routes map[string]func() error
}

// Group makes a Group, which the App keeps.
func (a *App) Group(prefix string) *Group {
	g := &Group{prefix, map[string]func() error{"ping": ping}}
	a.groups = append(a.groups, g)
	return g
}

// Only makes a Group, which the App keeps as something else.
func (a *App) Only() *Group {
	g := &Group{"", map[string]func() error{"ping": ping}}
	a.last = g
	return g
}

func ping() error {
	resp, err := client.Post("https://ping.example.com", "", strings.NewReader(""))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

var client = &http.Client{Transport: &http.Transport{}}

// Add adds a route.
func (g *Group) Add(name string, route func() error) { g.routes[name] = route }

// Serve serves name.
func (a *App) Serve(name string) error {
	for _, g := range a.groups {
		if route, ok := g.routes[strings.TrimPrefix(name, g.Prefix)]; ok {
			return route()
		}
	}
	return nil
}
