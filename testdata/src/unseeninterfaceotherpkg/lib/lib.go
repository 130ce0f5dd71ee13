// Package lib has interfaces with parts that are not exported, and types that implement them.
package lib

import (
	"net/http"
	"time"
)

// Tuner embeds what others cannot name.
type Tuner interface{ tuner }

type tuner interface{ Tune(*http.Transport) }

// Option is implemented here only.
type Option interface {
	Tune(*http.Transport)
	private()
}

type idle time.Duration

func (i idle) Tune(t *http.Transport) { t.IdleConnTimeout = time.Duration(i) }

func (idle) private() {}

func Idle(d time.Duration) Option { return idle(d) }
