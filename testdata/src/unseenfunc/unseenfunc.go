// Package unseenfunc passes *http.Transport to functions that come from outside: what they set is not known, and
// nothing is reported.
package unseenfunc

import (
	"net"
	"net/http"
)

// Hook is for the package's users.
var Hook func(*http.Transport)

// Hooks are filled by the package's users.
type Hooks struct {
	Transport func(*http.Transport)
	Dialer    func(*net.Dialer)
	Tripper   func(http.RoundTripper)
}

func Build(configure func(*http.Transport)) *http.Client {
	t := &http.Transport{}
	configure(t)
	return &http.Client{Transport: t}
}

func BuildAll(configure ...func(*http.Transport) error) (*http.Client, error) {
	t := &http.Transport{MaxIdleConns: 100}
	for _, f := range configure {
		if err := f(t); err != nil {
			return nil, err
		}
	}
	return &http.Client{Transport: t}, nil
}
