package require

import (
	"errors"
	"time"
)

func later(d time.Duration) *Options {
	o := &Options{Retries: 3}
	if d > 0 {
		o.Timeout = d
	}
	return o
}

func (o *Options) setDefaults() {
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Second
	}
}

func defaulted() *Options {
	o := &Options{}
	o.setDefaults()
	return o
}

// Where the zero value means the default, leaving it out is right.
func run(o Options) time.Duration {
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Second
	}
	return o.Timeout
}

var Ran = run(Options{Retries: 3})

// A zero value beside an error is no value, and neither is one to compare with.
func parse(s string) (Options, error) {
	if s == "" {
		return Options{}, errors.New("empty")
	}
	o := Options{Timeout: time.Second}
	if o == (Options{}) {
		return o, nil
	}
	return o, nil
}

type Config struct {
	name    string
	options Options // want `^require: require.Options does not set Timeout \([^)]*\)(;|$)`
}

func NewConfig(name string) *Config { return &Config{name: name} }
