// Package deadline has dialers that can be used for some time only.
package deadline

import (
	"context"
	"net"
	"net/http"
	"time"
)

var dialer = &net.Dialer{
	KeepAlive: time.Minute,
	Deadline:  time.Now().Add(30 * time.Second), // want `^value: net.Dialer sets Deadline in a package variable \(every dial after it fails\)$`
}

var transport = &http.Transport{
	DialContext: (&net.Dialer{Deadline: time.Now().Add(time.Minute)}).DialContext, // want `^value: net.Dialer sets Deadline in a package variable \(`
}

// A dialer for one dial may have a deadline.
func dial(ctx context.Context, addr string) (net.Conn, error) {
	d := net.Dialer{Deadline: time.Now().Add(30 * time.Second)}
	return d.DialContext(ctx, "tcp", addr)
}

var dialOnce = func(addr string) (net.Conn, error) {
	return (&net.Dialer{Deadline: time.Now().Add(30 * time.Second)}).Dial("tcp", addr)
}

var conn, err = (&net.Dialer{Deadline: time.Now().Add(30 * time.Second)}).Dial("tcp", "example.com:80")

var zero = &net.Dialer{Deadline: time.Time{}, Timeout: time.Second}

var end time.Time

var given = &net.Dialer{Deadline: end}
