// Package report hides what it makes behind interfaces.
package report

import "net/http"

// A Reporter reports.
type Reporter interface{ Report(string) error }

type web struct{ url string }

// New returns a reporter to url.
func New(url string) Reporter { return &web{url} }

func (w *web) Report(s string) error {
	c := http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	return done(c.Post(w.url, s, nil))
}

// Forget makes a client, too, but no Reporter has it.
func (w *web) Forget() error {
	c := http.Client{Transport: &http.Transport{MaxIdleConns: 2}}
	return done(c.Get(w.url))
}

type quiet struct{}

// Quiet returns a reporter that reports nothing.
func Quiet() Reporter { return quiet{} }

func (quiet) Report(string) error { return nil }

// All has every reporter report.
func All(s string, list ...Reporter) (err error) {
	for _, r := range list {
		err = r.Report(s)
	}
	return err
}

func done(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
