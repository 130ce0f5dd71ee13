// Command program has its URLs in its configuration, or says them where it calls its methods.
package main

import (
	"encoding/json"
	"net"
	"net/http"
	"os"
	"time"
)

var dial = (&net.Dialer{Timeout: time.Second}).DialContext

// A Config is read from a file.
type Config struct {
	URL string `json:"url"`
}

func main() {
	cfg := Config{URL: "http://localhost:8080"}
	data, err := os.ReadFile("config.json")
	if err != nil || json.Unmarshal(data, &cfg) != nil {
		os.Exit(1)
	}
	configured := &http.Client{Transport: &http.Transport{DialContext: dial}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	if resp, err := configured.Get(cfg.URL); err == nil {
		resp.Body.Close()
	}
	n := &Node{&http.Client{Transport: &http.Transport{DialContext: dial}}}
	n.Get("http://localhost", "/status")
	n.Get("http://localhost", "/ready")
	s := &Service{&http.Client{Transport: &http.Transport{DialContext: dial}}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	s.Fetch("http://localhost")
	s.Fetch("https://localhost")
}

// A Node is asked for paths.
type Node struct{ client *http.Client }

// Get asks for one.
func (n *Node) Get(base, path string) {
	if resp, err := n.client.Get(base + path); err == nil {
		resp.Body.Close()
	}
}

// A Service is asked for anything.
type Service struct{ client *http.Client }

// Fetch asks it.
func (s *Service) Fetch(url string) {
	if resp, err := s.client.Get(url); err == nil {
		resp.Body.Close()
	}
}
