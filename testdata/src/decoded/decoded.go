// Package decoded fills values by reflection: which fields are set is not known.
package decoded

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
)

func transport(data []byte) (http.RoundTripper, error) {
	var t http.Transport
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, err
	}
	return &t, nil
}

func literal(data []byte) (http.RoundTripper, error) {
	t := &http.Transport{MaxIdleConns: 100}
	err := json.Unmarshal(data, t)
	return t, err
}

func dialer(r io.Reader) (*net.Dialer, error) {
	d := new(net.Dialer)
	err := json.NewDecoder(r).Decode(d)
	return d, err
}

// config is decoded as a whole.
type config struct {
	Name      string
	Transport http.Transport
	Dialer    *net.Dialer
}

func load(data []byte) (*config, error) {
	cfg := &config{Dialer: &net.Dialer{}}
	if err := json.Unmarshal(data, cfg); err != nil {
		return nil, err
	}
	return cfg, nil
}

// settings is decoded, the transport made from it is not.
type settings struct {
	Conns int
}

func fromSettings(data []byte) (http.RoundTripper, error) {
	var s settings
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, err
	}
	return &http.Transport{MaxIdleConns: s.Conns, MaxIdleConnsPerHost: s.Conns}, nil // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

// UnmarshalYAML has the format's package fill what it is given.
func (c *config) UnmarshalYAML(unmarshal func(any) error) error {
	t := &http.Transport{}
	if err := unmarshal(t); err != nil {
		return err
	}
	c.Transport = *t
	raw := struct{ Base http.RoundTripper }{&http.Transport{MaxIdleConns: 1}}
	return unmarshal(&raw)
}

// What an interface holds already is filled as well.
type plugin struct{ Transport http.RoundTripper }

func loadPlugin(data []byte) (*plugin, error) {
	p := &plugin{Transport: &http.Transport{}}
	err := json.Unmarshal(data, p)
	return p, err
}
