// Package bare has durations that are written as bare numbers, which are nanoseconds.
package bare

import (
	"net"
	"net/http"
	"time"

	"value/bare/units"
)

const (
	seconds                    = 30
	small        int64         = 5
	idle         time.Duration = 90
	grace                      = 5 * time.Second
	nanos                      = 500 // as the name says
	timeoutNanos               = 500
	jiffy        time.Duration = iota
)

var transport = &http.Transport{
	IdleConnTimeout: 15, // want `^value: http.Transport sets IdleConnTimeout to 15ns \(a bare number is nanoseconds; write 15 \* time.Second\)$`
}

var several = &http.Transport{
	MaxIdleConns:          100,
	IdleConnTimeout:       idle, // want `^value: http.Transport sets IdleConnTimeout to 90ns \(a bare number is nanoseconds; write 90 \* time.Second\), ResponseHeaderTimeout to 30ns \(.*\) and ExpectContinueTimeout to 5µs \(a bare number is nanoseconds; write 5000 \* time.Millisecond\)$`
	ResponseHeaderTimeout: seconds,
	TLSHandshakeTimeout:   10 * time.Second,
	ExpectContinueTimeout: 5 * 1000,
}

var client = http.Client{Timeout: time.Duration(30)} // want `^value: http.Client sets Timeout to 30ns \(`

var converted = http.Client{Timeout: time.Duration(small)} // want `^value: http.Client sets Timeout to 5ns \(`

var dialer = net.Dialer{
	Timeout:   5 * time.Second,
	KeepAlive: 30, // want `^value: net.Dialer sets KeepAlive to 30ns \(`
}

var pings = &http.HTTP2Config{SendPingTimeout: 30, PingTimeout: 15 * time.Second} // want `^value: http.HTTP2Config sets SendPingTimeout to 30ns \(`

// Elided types are as good as written ones.
var clients = map[string]*http.Client{"slow": {Timeout: 60}} // want `^value: http.Client sets Timeout to 60ns \(`

func serve(h http.Handler) error {
	s := &http.Server{Handler: h, ReadTimeout: 10, WriteTimeout: time.Minute} // want `^value: http.Server sets ReadTimeout to 10ns \(`
	s.IdleTimeout = 120                                                       // want `^value: http.Server sets IdleTimeout to 120ns \(`
	return s.ListenAndServe()
}

type embeds struct {
	http.Client
	dialer *net.Dialer
}

func (e *embeds) later() {
	e.Timeout = 10         // want `^value: http.Client sets Timeout to 10ns \(`
	e.Client.Timeout = 11  // want `^value: http.Client sets Timeout to 11ns \(`
	e.dialer.Timeout = 0x5 // want `^value: net.Dialer sets Timeout to 5ns \(`
}

// All of these have a unit, or say that it is nanoseconds, or cannot be told.
var silent = []*http.Transport{
	{IdleConnTimeout: 15 * time.Second},
	{IdleConnTimeout: 15 * time.Nanosecond},
	{IdleConnTimeout: 500 * time.Microsecond},
	{IdleConnTimeout: time.Microsecond / 2},
	{IdleConnTimeout: grace},
	{IdleConnTimeout: nanos},
	{IdleConnTimeout: timeoutNanos},
	{IdleConnTimeout: jiffy},
	{IdleConnTimeout: units.Tick},
	{IdleConnTimeout: units.Nanos},
	{IdleConnTimeout: 0},
	{IdleConnTimeout: 1_000_000},
	{IdleConnTimeout: 1},
	{IdleConnTimeout: 30e9},
	{IdleConnTimeout: time.Duration(len("fifteen"))},
	{MaxIdleConns: 15, MaxIdleConnsPerHost: 15},
}

var untyped = &http.Transport{IdleConnTimeout: units.Seconds} // want `^value: http.Transport sets IdleConnTimeout to 90ns \(`

func dynamic(n int) *http.Client {
	c := &http.Client{Timeout: time.Duration(n)}
	c.Timeout = time.Duration(n) * time.Second
	c.Timeout += 10
	return c
}

// Other types' fields have the same names.
type options struct{ Timeout, IdleConnTimeout time.Duration }

var other = options{Timeout: 30, IdleConnTimeout: 15}

func own(o *options) { o.Timeout = 30 }
