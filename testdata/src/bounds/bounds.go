// Package bounds has values that are out of the bounds that the settings set.
package bounds

import (
	"net/http"
	"time"
)

type Options struct {
	Timeout   time.Duration
	Retries   int
	Low, High int
}

var (
	none  = Options{}           // want `^require: bounds.Options does not set Retries \(the settings allow at least 1\)$`
	zero  = Options{Retries: 0} // want `^require: bounds.Options sets Retries to 0 \(the settings allow at least 1\)$`
	three = Options{Retries: 3}
	long  = Options{Retries: 1, Timeout: 90 * time.Second} // want `^require: bounds.Options sets Timeout to 90s \(the settings allow at most 1m\)$`
	plain = Options{time.Hour, 1, 0, 0}                    // want `^require: bounds.Options sets Timeout to 3600s `
	pair  = Options{Retries: 1, Low: 3, High: 2}           // want `^require: bounds.Options sets Low to 3 \(the settings allow at most High\)$`
	fine  = Options{Retries: 1, Low: 2, High: 2}
	open  = Options{Retries: 1, Low: 2}
)

func unknown(n int, d time.Duration) *Options {
	o := &Options{Retries: n}
	o.Timeout = d
	o.Low, o.High = n, 1
	return o
}

func later() *Options {
	o := &Options{}
	o.Retries = 2
	o.Timeout = 2 * time.Minute // want `^require: bounds.Options sets Timeout to 120s `
	return o
}

var (
	transport = &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100} // want `^require: http.Transport sets MaxIdleConnsPerHost to 100 \(the settings allow at most MaxIdleConns\)$`
	sound     = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 100}
)
