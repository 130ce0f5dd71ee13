// Package server has servers that wait for their clients. The rule is off by default.
package server

import (
	"net/http"
	"time"
)

func serve(h http.Handler) error {
	s := &http.Server{Addr: ":8080", Handler: h} // want `^server: http.Server does not set ReadHeaderTimeout \([^)]*\) and IdleTimeout \([^)]*\)`
	return s.ListenAndServe()
}

func headers(h http.Handler) error {
	s := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second} // want `^server: http.Server does not set IdleTimeout \([^)]*\)(;|$)`
	return s.ListenAndServe()
}

func idle(h http.Handler) error {
	s := &http.Server{Handler: h, IdleTimeout: time.Minute} // want `^server: http.Server does not set ReadHeaderTimeout \([^)]*\)(;|$)`
	return s.ListenAndServe()
}

// ReadTimeout stands in for both.
func read(h http.Handler) error {
	s := &http.Server{Handler: h, ReadTimeout: 10 * time.Second}
	return s.ListenAndServe()
}

func later(h http.Handler, timeout time.Duration) error {
	var s http.Server
	s.Handler = h
	s.ReadHeaderTimeout = timeout
	s.IdleTimeout = 2 * timeout
	return s.ListenAndServe()
}
