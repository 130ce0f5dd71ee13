// Package printing has functions that a command calls once.
package printing

import (
	"fmt"
	"net/http"
)

// Replay shows what it does.
func Replay(url string) error {
	fmt.Println("GET", url)
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Register is called when a program begins.
func Register(url string) error {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func Fetch(url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	resp, err := client.Get(url)
	if err != nil {
		return fmt.Errorf("fetch: %w", err)
	}
	return resp.Body.Close()
}

// A handler runs for each request, whatever it prints.
func Handle(w http.ResponseWriter, r *http.Request) {
	fmt.Println(r.URL)
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	resp, err := client.Get(r.URL.String())
	if err == nil {
		resp.Body.Close()
	}
}
