// Package settings loads settings over HTTP.
package settings

import (
	"encoding/json"
	"net/http"
)

// Settings is what can be set.
type Settings struct {
	Greeting string
}

// Loader loads Settings.
type Loader struct {
	http *http.Client
	base string
}

// NewLoader makes a Loader.
func NewLoader(base string) *Loader {
	return &Loader{http: &http.Client{Transport: &http.Transport{}}, base: base}
}

// Load loads the settings of name.
func (l *Loader) Load(name string) (*Settings, error) {
	resp, err := l.http.Get(l.base + "/" + name)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	s := new(Settings)
	return s, json.NewDecoder(resp.Body).Decode(s)
}
