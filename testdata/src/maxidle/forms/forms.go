// Package forms has constants that come into IdleConnTimeout on many ways.
package forms

import (
	"cmp"
	"flag"
	"net/http"
	"os"
	"time"
)

// By parameters, of functions, methods and literals.

func newTransport(idle time.Duration) *http.Transport { return &http.Transport{IdleConnTimeout: idle} }

func outer(idle time.Duration) *http.Transport { return newTransport(idle) }

type maker struct{}

func (maker) make(seconds int) *http.Transport {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.IdleConnTimeout = time.Duration(seconds) * time.Second
	return t
}

func variadic(limits ...time.Duration) *http.Transport {
	return &http.Transport{TLSHandshakeTimeout: limits[0], IdleConnTimeout: limits[1]}
}

var literal = func(idle time.Duration) *http.Transport { return &http.Transport{IdleConnTimeout: idle} }

var (
	byOuter    = outer(101 * time.Second)                   // want `^require: http.Transport sets IdleConnTimeout to 101s `
	byMethod   = maker{}.make(102)                          // want `^require: http.Transport sets IdleConnTimeout to 102s `
	byVariadic = variadic(103*time.Second, 104*time.Second) // want `^require: http.Transport sets IdleConnTimeout to 104s `
	byLiteral  = literal(105 * time.Second)                 // want `^require: http.Transport sets IdleConnTimeout to 105s `
)

// By options.

type Option func(*http.Transport)

func WithIdle(d time.Duration) Option { return func(t *http.Transport) { t.IdleConnTimeout = d } }

type option interface{ apply(*http.Transport) }

type idle time.Duration

func (i idle) apply(t *http.Transport) { t.IdleConnTimeout = time.Duration(i) }

func New(options []Option, more ...option) *http.Transport {
	t := &http.Transport{}
	for _, o := range options {
		o(t)
	}
	for _, o := range more {
		o.apply(t)
	}
	return t
}

var byOption = New([]Option{WithIdle(106 * time.Second)}, idle(107*time.Second)) // want `^require: http.Transport sets IdleConnTimeout to 106s ` `^require: http.Transport sets IdleConnTimeout to 107s `

// By defaults.

type Config struct {
	Idle   time.Duration `envDefault:"108s"` // want `^require: http.Transport sets IdleConnTimeout to 108s `
	Other  time.Duration `envDefault:"109s"`
	nested struct{ seconds int }
}

var Default = Config{Idle: 110 * time.Second} // want `^require: http.Transport sets IdleConnTimeout to 110s `

func (c *Config) setDefaults() {
	if c.nested.seconds == 0 {
		c.nested.seconds = 111 // want `^require: http.Transport sets IdleConnTimeout to 111s `
	}
}

func (c *Config) transports() []*http.Transport {
	return []*http.Transport{{IdleConnTimeout: c.Idle}, {IdleConnTimeout: time.Second * time.Duration(c.nested.seconds)}}
}

var (
	byFlag     = flag.Duration("idle", 112*time.Second, "") // want `^require: http.Transport sets IdleConnTimeout to 112s `
	byVariable time.Duration
)

func init() {
	flag.DurationVar(&byVariable, "idle2", 113*time.Second, "") // want `^require: http.Transport sets IdleConnTimeout to 113s `
}

func flags() []*http.Transport {
	return []*http.Transport{{IdleConnTimeout: *byFlag}, {IdleConnTimeout: byVariable}}
}

// By results.

func value() time.Duration { return 114 * time.Second } // want `^require: http.Transport sets IdleConnTimeout to 114s `

func two() (idle time.Duration, err error) {
	idle = 115 * time.Second // want `^require: http.Transport sets IdleConnTimeout to 115s `
	return
}

func orDefault(c *Config) time.Duration {
	if c.Idle > 0 {
		return c.Idle
	}
	return 116 * time.Second // want `^require: http.Transport sets IdleConnTimeout to 116s `
}

func results(c *Config) []*http.Transport {
	d, err := two()
	if err != nil {
		d = time.Second
	}
	return []*http.Transport{{IdleConnTimeout: value()}, {IdleConnTimeout: d}, {IdleConnTimeout: orDefault(c)}}
}

// What a function passes on is the affair of each call.
func env(key string, usual time.Duration) time.Duration {
	if d, err := time.ParseDuration(os.Getenv(key)); err == nil {
		return d
	}
	d := usual
	return d
}

var byCall = &http.Transport{
	IdleConnTimeout:     env("IDLE", 117*time.Second), // want `^require: http.Transport sets IdleConnTimeout to 117s `
	TLSHandshakeTimeout: env("TLS", 118*time.Second),
}

// What it chooses by an argument is not known.
func limit(kind string) time.Duration {
	if kind == "job" {
		return time.Hour
	}
	return time.Second
}

var chosen = &http.Transport{IdleConnTimeout: limit("idle"), TLSHandshakeTimeout: limit("job")}

// By operators and elements.

var limits = map[string]time.Duration{"idle": 119 * time.Second, "tls": 120 * time.Second} // want `^require: http.Transport sets IdleConnTimeout to 119s `

func operators(n time.Duration) []*http.Transport {
	return []*http.Transport{
		{IdleConnTimeout: limits["idle"], TLSHandshakeTimeout: limits["tls"]},
		{IdleConnTimeout: max(n, 121*time.Second)}, // want `^require: http.Transport sets IdleConnTimeout to 121s `
		{IdleConnTimeout: min(n, 122*time.Second)},
		{IdleConnTimeout: cmp.Or(n, 123*time.Second)}, // want `^require: http.Transport sets IdleConnTimeout to 123s `
	}
}

// Of a generic type all values share what is stored in one.
type optional[T comparable] struct{ v T }

func some[T comparable](v T) optional[T] { return optional[T]{v} }

func (o optional[T]) or(v T) T {
	if o == (optional[T]{}) {
		return v
	}
	return o.v
}

var (
	generic = &http.Transport{IdleConnTimeout: some(time.Second).or(124 * time.Second)} // want `^require: http.Transport sets IdleConnTimeout to 124s `
	other   = some(125 * time.Second)
)
