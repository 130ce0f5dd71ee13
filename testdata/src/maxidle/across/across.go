// Package across passes constants to a package that stores them.
package across

import (
	"net/http"
	"time"

	"maxidle/across/made"
)

var (
	byParameter = made.New(101 * time.Second)                                                   // want `^require: http.Transport sets IdleConnTimeout to 101s `
	byConstant  = &http.Transport{IdleConnTimeout: made.Idle}                                   // want `^require: http.Transport sets IdleConnTimeout to 102s `
	byField     = made.FromConfig(made.Config{Idle: 103 * time.Second, TLS: 104 * time.Second}) // want `^require: http.Transport sets IdleConnTimeout to 103s `
	byOption    = made.FromOptions(made.WithSeconds(105))                                       // want `^require: http.Transport sets IdleConnTimeout to 105s `
)

func init() { made.Default = 106 * time.Second } // want `^require: http.Transport sets IdleConnTimeout to 106s `

// Again is a way of its own to get there.
func Again(idle time.Duration) *http.Transport { return made.New(idle) }

var short = Again(107 * time.Millisecond)
