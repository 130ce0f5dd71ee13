// Package besides passes dialers besides what the functions are generic in.
package besides

import (
	"net"
	"time"

	"genericotherpkg/dialers"
)

// The dialer that is not returned stays as it is.
func instead() {
	b := dialers.Box[*net.Dialer]{V: &net.Dialer{}} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	dialers.Instead(b, &net.Dialer{KeepAlive: 1}).Timeout = time.Second
	over := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	dialers.Prefer(over, &net.Dialer{KeepAlive: 1}).Timeout = time.Second
}

// Nor is it put into the container.
func fill(all []*net.Dialer) {
	like := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	dialers.Fill(all, like, &net.Dialer{KeepAlive: 1})
	all[0].Timeout = time.Second
}

func made() {
	like := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	dialers.Make(like, func() *net.Dialer { return &net.Dialer{} }).Timeout = time.Second
}

func fromBox() {
	b := dialers.Box[*net.Dialer]{V: &net.Dialer{}}
	b.Get().Timeout = time.Second
}
