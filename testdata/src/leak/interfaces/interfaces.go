// Package interfaces makes transports in methods that are called by way of an interface.
package interfaces

import (
	"io/fs"
	"net/http"
)

// A Check looks at a target.
type Check interface{ Run(target string) error }

type web struct{}

// Run begins nothing: it runs for each target.
func (web) Run(target string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
	_, err := client.Get(target)
	return err
}

var checks = []Check{web{}}

// Start runs all checks for each target.
func Start(targets []string) error {
	for _, target := range targets {
		for _, check := range checks {
			if err := check.Run(target); err != nil {
				return err
			}
		}
	}
	return nil
}

type step interface{ run() error }

type first struct{}

// It runs once, as each step does.
func (first) run() error {
	client := &http.Client{Transport: &http.Transport{}}
	_, err := client.Get("https://example.com")
	return err
}

func runAll(steps []step) {
	for _, s := range steps {
		s.run()
	}
}

type part interface{ begin() error }

type server struct{}

// The loop makes another one each time.
func (server) begin() error {
	client := &http.Client{Transport: &http.Transport{}}
	_, err := client.Get("https://example.com")
	return err
}

func part1() part { return server{} }

func beginAll(n int) {
	for range n {
		p := part1()
		p.begin()
	}
}

type job interface {
	do(n int) error
	stop()
}

type download struct{ url string }

func (d *download) stop() {}

func (d download) do(int) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
	_, err := client.Get(d.url)
	return err
}

type worker struct{ job job }

func (w *worker) start() {
	for n := range 3 {
		w.job.do(n)
	}
}

// Others have a method of the same name, and other parameters.
type upload struct{}

func (upload) do() {
	client := &http.Client{Transport: &http.Transport{}}
	client.Get("https://example.com")
}

func init() {
	runAll([]step{first{}})
	beginAll(2)
	(&worker{&download{}}).start()
	upload{}.do()
}

type source struct{ url string }

// Open is a method of fs.FS, and so are others.
func (s source) Open(name string) (fs.File, error) {
	client := &http.Client{Transport: &http.Transport{}}
	_, err := client.Get(s.url + name)
	return nil, err
}

// Exists opens what it gets.
func Exists(fsys fs.FS, name string) bool {
	_, err := fsys.Open(name)
	return err == nil
}
