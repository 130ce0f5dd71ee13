// Package check makes a transport for each health check.
package check

import (
	"crypto/tls"
	"net/http"
	"time"
)

type Checker struct{ url string }

func (c *Checker) Healthy() bool {
	tr := &http.Transport{ // want `^leak: http.Transport is created on every call and sets a long IdleConnTimeout \(its connections stay for 90s\); create it once$`
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
		IdleConnTimeout: 90 * time.Second,
	}
	client := &http.Client{Transport: tr, Timeout: time.Second}
	resp, err := client.Head(c.url)
	if err != nil {
		return false
	}
	resp.Body.Close()
	return true
}

func (c *Checker) Closed() bool {
	tr := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	client := &http.Client{Transport: tr, Timeout: time.Second}
	resp, err := client.Head(c.url)
	client.CloseIdleConnections()
	if err != nil {
		return false
	}
	resp.Body.Close()
	return true
}
