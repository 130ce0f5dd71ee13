package maxidle

import (
	"flag"
	"net/http"
	"time"
)

// The last value is what counts.
func overwritten() []*http.Transport {
	a := &http.Transport{IdleConnTimeout: 90 * time.Second}
	a.IdleConnTimeout = 30 * time.Second

	b := &http.Transport{IdleConnTimeout: 30 * time.Second}
	b.IdleConnTimeout = 90 * time.Second // want `^require: http.Transport sets IdleConnTimeout to 90s \(`

	c := &http.Transport{IdleConnTimeout: 90 * time.Second}
	c.IdleConnTimeout = 2 * time.Minute // want `^require: http.Transport sets IdleConnTimeout to 120s \(`
	return []*http.Transport{a, b, c}
}

// A default that an unknown value, or one within the bound, may replace.
func defaulted(d time.Duration, short bool) []*http.Transport {
	a := &http.Transport{IdleConnTimeout: 90 * time.Second}
	if d > 0 {
		a.IdleConnTimeout = d
	}
	b := &http.Transport{IdleConnTimeout: 90 * time.Second}
	if short {
		b.IdleConnTimeout = 30 * time.Second
	}
	c := &http.Transport{IdleConnTimeout: 90 * time.Second}
	tune(c)
	e := &http.Transport{IdleConnTimeout: 90 * time.Second}
	flag.DurationVar(&e.IdleConnTimeout, "idle", e.IdleConnTimeout, "")
	return []*http.Transport{a, b, c, e}
}

func tune(t *http.Transport) { t.IdleConnTimeout = 30 * time.Second }

// Of two branches neither replaces the other, and a default is kept where the condition does not hold.
func either(slow bool) []*http.Transport {
	a := new(http.Transport)
	if slow {
		a.IdleConnTimeout = 90 * time.Second // want `^require: http.Transport sets IdleConnTimeout to 90s \(`
	} else {
		a.IdleConnTimeout = 30 * time.Second
	}
	b := &http.Transport{IdleConnTimeout: 90 * time.Second} // want `^require: http.Transport sets IdleConnTimeout to 90s \(`
	if slow {
		b.IdleConnTimeout = 2 * time.Minute // want `^require: http.Transport sets IdleConnTimeout to 120s \(`
	}
	c := &http.Transport{IdleConnTimeout: 30 * time.Second}
	if slow {
		c.IdleConnTimeout = 90 * time.Second // want `^require: http.Transport sets IdleConnTimeout to 90s \(`
	}
	return []*http.Transport{a, b, c}
}

// What only unknown code can tell.
func open(options ...func(*http.Transport)) *http.Transport {
	t := &http.Transport{IdleConnTimeout: 90 * time.Second}
	for _, o := range options {
		o(t)
	}
	return t
}

type settings struct{ idle, other time.Duration }

func (s settings) transport() *http.Transport {
	return &http.Transport{IdleConnTimeout: s.idle}
}

// The value comes by a variable, or a field of another struct, which something is written over at once.
func variables(slow bool) []*http.Transport {
	a := 90 * time.Second
	a = 30 * time.Second
	b := settings{idle: 90 * time.Second}
	b.other = time.Hour
	b.idle = 30 * time.Second
	c := 91 * time.Second // want `^require: http.Transport sets IdleConnTimeout to 91s `
	if !slow {
		c = 30 * time.Second
	}
	d := settings{idle: 92 * time.Second} // want `^require: http.Transport sets IdleConnTimeout to 92s `
	first := d.transport()
	d.idle = 30 * time.Second
	return []*http.Transport{{IdleConnTimeout: a}, b.transport(), {IdleConnTimeout: c}, first, d.transport()}
}
