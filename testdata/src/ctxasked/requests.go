package ctxasked

import (
	"context"
	"net"
	"net/http"
	"time"
)

// Serve gives the request a limit.
func Serve(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	r = r.WithContext(ctx)
	var d net.Dialer
	if c, err := d.DialContext(r.Context(), "tcp", r.Host); err == nil {
		c.Close()
	}
}

// ServeUnlimited gives it something else.
func ServeUnlimited(w http.ResponseWriter, r *http.Request) {
	r = r.WithContext(context.WithValue(r.Context(), "key", "value"))
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if c, err := d.DialContext(r.Context(), "tcp", r.Host); err == nil {
		c.Close()
	}
}

// ServeEarly dials before.
func ServeEarly(w http.ResponseWriter, r *http.Request) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if c, err := d.DialContext(r.Context(), "tcp", r.Host); err == nil {
		c.Close()
	}
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	r = r.WithContext(ctx)
	println(r.Host)
}

// ServeSometimes has one on one path.
func ServeSometimes(w http.ResponseWriter, r *http.Request) {
	if r.Host != "" {
		ctx, cancel := context.WithTimeout(r.Context(), time.Second)
		defer cancel()
		r = r.WithContext(ctx)
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if c, err := d.DialContext(r.Context(), "tcp", r.Host); err == nil {
		c.Close()
	}
}

// ServeOther is given another request.
func ServeOther(w http.ResponseWriter, r, other *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	r = r.WithContext(ctx)
	r = other
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if c, err := d.DialContext(r.Context(), "tcp", r.Host); err == nil {
		c.Close()
	}
}

// Request makes one with a limit.
func Request(url string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodConnect, url, nil)
	if err != nil {
		return nil, err
	}
	dialCtx := req.Context()
	var d net.Dialer
	return d.DialContext(dialCtx, "tcp", req.URL.Host)
}
