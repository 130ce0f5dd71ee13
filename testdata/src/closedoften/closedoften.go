// Package closedoften has transports whose idle connections are closed again and again.
package closedoften

import (
	"net"
	"net/http"
	"time"
)

var dial = (&net.Dialer{Timeout: time.Second}).DialContext

// Minutely is closed every minute.
var Minutely = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dial}

func init() {
	go func() {
		for {
			time.Sleep(time.Minute)
			Minutely.CloseIdleConnections()
		}
	}()
}

// A Pool closes by a ticker.
type Pool struct {
	client *http.Client
	done   chan struct{}
}

// NewPool starts the ticker.
func NewPool() *Pool {
	p := &Pool{&http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dial}}, make(chan struct{})}
	go p.clean()
	return p
}

func (p *Pool) clean() {
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			p.client.CloseIdleConnections()
		case <-p.done:
			return
		}
	}
}

// Ticked is closed in a loop over a ticker.
var Ticked = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dial}

func tick() {
	for range time.Tick(time.Minute) {
		Ticked.CloseIdleConnections()
	}
}

// Start closes what is idle.
func Start() { go tick() }

// Failed is closed when a request fails.
var Failed = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dial} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

// Poll asks again and again.
func Poll(url string) {
	for {
		resp, err := (&http.Client{Transport: Failed}).Get(url)
		if err != nil {
			Failed.CloseIdleConnections()
		} else {
			resp.Body.Close()
		}
		time.Sleep(time.Minute)
	}
}

// Served is closed when somebody says so.
var Served = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dial} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

// Serve closes on demand.
func Serve(reload <-chan struct{}) {
	t := time.NewTicker(time.Minute)
	for {
		select {
		case <-t.C:
		case <-reload:
			Served.CloseIdleConnections()
		}
	}
}

// Counted is closed three times.
var Counted = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dial} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

// Count ends.
func Count() {
	for range 3 {
		time.Sleep(time.Minute)
		Counted.CloseIdleConnections()
	}
}

// Pooled has many connections at a time, and keeps two of them.
var Pooled = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dial, MaxIdleConns: 50} // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`

func init() {
	go func() {
		for {
			<-time.After(time.Minute)
			Pooled.CloseIdleConnections()
		}
	}()
}

// A Sweeper closes by a method.
type Sweeper struct{ client *http.Client }

func (s *Sweeper) sweep() { s.client.CloseIdleConnections() }

// NewSweeper starts it.
func NewSweeper(done <-chan struct{}) *Sweeper {
	s := &Sweeper{&http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dial}}}
	go func() {
		for len(done) == 0 {
			time.Sleep(time.Minute)
			s.sweep()
		}
	}()
	return s
}

// Late is closed once.
var Late = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dial} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

func init() {
	go func() {
		time.Sleep(time.Minute)
		Late.CloseIdleConnections()
	}()
}
