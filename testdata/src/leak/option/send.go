package option

import (
	"crypto/tls"
	"net/http"
)

type options struct {
	transport http.RoundTripper
	headers   map[string]string
}

// A SendOption is for one request. Others cannot call it: they have no options.
type SendOption func(*options)

func SendTLS(config *tls.Config) SendOption {
	return func(o *options) {
		o.transport = &http.Transport{TLSClientConfig: config} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	}
}

func Send(url string, opts ...SendOption) error {
	o := &options{}
	for _, apply := range opts {
		apply(o)
	}
	client := &http.Client{Transport: o.transport}
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type settings struct{ transport http.RoundTripper }

// A Setting is for a Sender, which lasts.
type Setting func(*settings)

func Insecure() Setting {
	return func(s *settings) {
		s.transport = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	}
}

type Sender struct{ http *http.Client }

func NewSender(opts ...Setting) *Sender {
	var s settings
	for _, apply := range opts {
		apply(&s)
	}
	return &Sender{&http.Client{Transport: s.transport}}
}

func (s *Sender) Get(url string) { s.http.Get(url) }
