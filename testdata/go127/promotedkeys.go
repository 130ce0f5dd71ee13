// Package promotedkeys fills embedded structs by keys of the literal around them, as Go 1.27 allows.
package promotedkeys

import (
	"net"
	"net/http"
	"time"
)

// A Keeper is filled by its keys.
type Keeper struct {
	*Options
	http.Transport
}

// Options are of no matter.
type Options struct{ Name string }

var dialer = net.Dialer{Timeout: time.Second}

// Kept sets what counts.
var Kept = Keeper{
	IdleConnTimeout:     time.Minute,
	TLSHandshakeTimeout: time.Second,
	DialContext:         dialer.DialContext,
}

// A Loose one lacks a field: the only finding here, at the literal.
type Loose struct {
	http.Transport
	Name string
}

// Left does not set it.
var Left = []*Loose{{
	Name:                "left",
	TLSHandshakeTimeout: time.Second,
	DialContext:         dialer.DialContext,
}}

// A Caller has two structs around its dialer.
type Caller struct{ Inner }

// Inner is one of them.
type Inner struct{ net.Dialer }

// Quick has a limit.
var Quick = &Caller{Timeout: time.Second}
