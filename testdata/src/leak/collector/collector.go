// Package collector makes a transport for each scrape.
package collector

import "net/http"

type metric interface{ Value() float64 }

type Exporter struct{ url string }

func (e *Exporter) Collect(ch chan<- metric) {
	tr := http.DefaultTransport.(*http.Transport).Clone() // want `^leak: a clone of http.DefaultTransport is created on every call and does not set IdleConnTimeout \(its connections stay for 90s\); create it once$`
	client := http.Client{Transport: tr}
	resp, err := client.Get(e.url)
	if err == nil {
		resp.Body.Close()
	}
}

type Pooled struct {
	url    string
	client http.Client
}

func NewPooled(url string) *Pooled {
	return &Pooled{url, http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}}
}

func (p *Pooled) Collect(ch chan<- metric) {
	resp, err := p.client.Get(p.url)
	if err == nil {
		resp.Body.Close()
	}
}
