// Package pair has functions that return what they are given more than once.
package pair

import "net/http"

func Both(t *http.Transport) (first, second *http.Transport) { return t, t }

func Swap(s, t *http.Transport) (*http.Transport, *http.Transport) { return t, s }

func As(t *http.Transport) (http.RoundTripper, *http.Transport, error) { return t, t, nil }
