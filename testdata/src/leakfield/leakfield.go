// Package leakfield calls functions that fields hold.
package leakfield

import (
	"net"
	"net/http"
	"time"
)

var dialer = &net.Dialer{Timeout: time.Second}

func get(t *http.Transport, url string) error {
	resp, err := (&http.Client{Transport: t}).Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func overHTTP(host string) error {
	return get(&http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: time.Second}, host) // want `^leak: `
}

func overTCP(host string) error {
	conn, err := dialer.Dial("tcp", host)
	if err != nil {
		return err
	}
	return conn.Close()
}

func main() { check([]string{"a", "b"}) }

// check probes each host in several ways.
func check(hosts []string) {
	probes := []struct {
		name string
		run  func(host string) error
	}{
		{name: "http", run: overHTTP},
		{name: "tcp", run: overTCP},
	}
	for _, p := range probes {
		for _, host := range hosts {
			p.run(host)
		}
	}
}

type step struct{ run func() error }

func first() error {
	return get(&http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: time.Second}, "https://example.com") // want `^transport: http.Transport does not set IdleConnTimeout `
}

// steps runs each of them once.
func steps() {
	for _, s := range []step{{run: first}} {
		s.run()
	}
}

func init() { steps() }

type server struct{ ask func(url string) error }

func ask(url string) error {
	return get(&http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: time.Second}, url) // want `^leak: `
}

// New makes a server.
func New() http.Handler {
	s := new(server)
	s.ask = ask
	return s
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := s.ask(r.URL.Query().Get("url")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

type lazy struct {
	make   func() *http.Client
	client *http.Client
}

func makeClient() *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: time.Second}} // want `^transport: http.Transport does not set IdleConnTimeout `
}

// NewLazy keeps the client.
func NewLazy() http.Handler { return &lazy{make: makeClient} }

func (l *lazy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if l.client == nil {
		l.client = l.make()
	}
	if _, err := l.client.Get(r.URL.Query().Get("url")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

// Hooks has one that others fill.
type Hooks struct{ Ask func(url string) error }

func hooked(url string) error {
	return get(&http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: time.Second}, url) // want `^transport: http.Transport does not set IdleConnTimeout `
}

// DefaultHooks has the usual one.
func DefaultHooks() Hooks { return Hooks{Ask: hooked} }

type task struct {
	name string
	run  func(url string)
}

func poll(url string) {
	get(&http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: time.Second}, url) // want `^leak: `
}

// Run runs its tasks every minute.
func Run() {
	tasks := []task{{"poll", poll}}
	for range time.Tick(time.Minute) {
		for _, t := range tasks {
			t.run(t.name)
		}
	}
}
