// Package attempts makes a transport for each attempt of another package.
package attempts

import (
	"net/http"
	"sync"

	"leak/attempts/retry"
)

func begin(url string) error {
	return retry.Do(3, func() error {
		client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
		_, err := client.Get(url)
		return err
	})
}

func notify(url string) *retry.Policy {
	return retry.WithNotify(func() error {
		client := &http.Client{Transport: &http.Transport{}}
		_, err := client.Get(url)
		return err
	})
}

// What is sent on a channel is the error, and not what the function makes.
func send(url string) error {
	done := make(chan error, 1)
	go func() {
		done <- retry.Do(3, func() error {
			client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
			_, err := client.Get(url)
			return err
		})
	}()
	return <-done
}

// A function in a variable is run by the loop.
func check(urls chan string) {
	get := func(url string) error {
		client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
		_, err := client.Get(url)
		return err
	}
	for url := range urls {
		get(url)
	}
}

// It makes the client for the loop.
func watch(urls chan string) {
	open := func() *http.Client {
		return &http.Client{Transport: &http.Transport{}}
	}
	client := open()
	for url := range urls {
		client.Get(url)
	}
}

func init() {
	begin("")
	notify("")
	send("")
	check(nil)
	watch(nil)
}

func fetch(url string) {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
	client.Get(url)
}

func each(urls []string, do func(string)) {
	for _, url := range urls {
		do(url)
	}
}

func fetchOne() error {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
	_, err := client.Get("https://example.com")
	return err
}

func fetchFirst(url string) {
	client := &http.Client{Transport: &http.Transport{}}
	client.Get(url)
}

func first(urls []string, do func(string)) { do(urls[0]) }

func init() {
	each(nil, fetch)
	first(nil, fetchFirst)
	retry.Do(3, fetchOne)
}

var once sync.Once

func setUp() {
	client := &http.Client{Transport: &http.Transport{}}
	client.Get("https://example.com")
}

// Ensure sets up once, however often it is called.
func Ensure() { once.Do(setUp) }
