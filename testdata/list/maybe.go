package list

import (
	"net/http"
	"os"
	"time"
)

// maybe has a Timeout that is zero unless the environment asks for one.
func maybe() *http.Client {
	var d time.Duration
	if os.Getenv("SLOW") != "" {
		d = 30 * time.Second
	}
	return &http.Client{Timeout: d}
}

// surely assigns before it uses the variable.
func surely() *http.Client {
	var d time.Duration
	d = 31 * time.Second
	return &http.Client{Timeout: d}
}

var assignedInInit time.Duration

func init() { assignedInInit = 32 * time.Second }

// tooEarly is made before init runs, and its Timeout is zero.
var tooEarly = &http.Client{Timeout: assignedInInit}

// afterInit is called later.
func afterInit() *http.Client { return &http.Client{Timeout: assignedInInit} }

// leftEarly may be returned without a Timeout, without a dialer and without a transport of its own.
func leftEarly(plain bool) *http.Client {
	c := &http.Client{}
	if plain {
		return c
	}
	c.Timeout = 33 * time.Second
	c.Transport = &http.Transport{TLSHandshakeTimeout: 3 * time.Second}
	return c
}

// leftWithOther keeps what the literal has where it is returned early.
func leftWithOther(plain bool) *http.Client {
	c := &http.Client{Timeout: 34 * time.Second}
	if plain {
		return c
	}
	c.Timeout = 35 * time.Second
	return c
}

// failed returns nothing early.
func failed() (*http.Client, error) {
	c := &http.Client{}
	d, err := time.ParseDuration(os.Getenv("WAIT"))
	if err != nil {
		return nil, err
	}
	c.Timeout = d
	return c, nil
}

// byAddress has something else stored in its Timeout.
func byAddress() *http.Client {
	c := &http.Client{Timeout: 36 * time.Second}
	p := &c.Timeout
	*p = time.Minute
	return c
}

// withoutDial takes the dial function away, and with it the limit.
func withoutDial() *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DialContext = nil
	return &http.Client{Transport: t}
}

// nilDial never had one.
func nilDial() *http.Transport { return &http.Transport{DialContext: nil} }

// negative waits forever.
func negative() *http.Client { return &http.Client{Timeout: -1 * time.Second} }

// bareReturn returns its named result early.
func bareReturn(plain bool) (c *http.Client) {
	c = &http.Client{}
	if plain {
		return
	}
	c.Timeout = 37 * time.Second
	return
}

// goneOn keeps some without a Timeout.
func goneOn(plain []bool) (all []*http.Client) {
	for _, p := range plain {
		c := &http.Client{}
		all = append(all, c)
		if p {
			continue
		}
		c.Timeout = 38 * time.Second
	}
	return all
}

// leftOut drops those without a Timeout.
func leftOut(plain []bool) (all []*http.Client) {
	for _, p := range plain {
		c := &http.Client{}
		if p {
			continue
		}
		c.Timeout = 39 * time.Second
		all = append(all, c)
	}
	return all
}

// MaybeAlive keeps connections in some cases only, where their age matters.
func MaybeAlive(alive bool) *http.Transport {
	t := &http.Transport{MaxIdleConns: 66}
	if !alive {
		t.DisableKeepAlives = true
	}
	return t
}
