// Package retry makes a transport for each attempt.
package retry

import (
	"errors"
	"net/http"
)

var errFailed = errors.New("failed")

func start(urls []string) {
	for _, url := range urls {
		client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
		if resp, err := client.Get(url); err == nil {
			resp.Body.Close()
			return
		}
	}
}

func withRetry(n int, f func() error) error {
	for range n {
		if f() == nil {
			return nil
		}
	}
	return errFailed
}

func begin(url string) error {
	return withRetry(3, func() error {
		client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
		_, err := client.Get(url)
		return err
	})
}

func init() {
	start(nil)
	begin("")
	before("", nil)
	once("")
}

// A loop that reads to the end of the answer ends.
func Read(url string, buf []byte) (total int) {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: `
	resp, err := client.Get(url)
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	for {
		n, err := resp.Body.Read(buf)
		total += n
		if err != nil {
			return total
		}
	}
}

// A loop that counts its attempts ends.
func Attempts(url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: `
	for i := 0; ; i++ {
		_, err := client.Get(url)
		if err == nil || i > 3 {
			return err
		}
	}
}

// Requests in it may go on for as long as nothing fails.
func Poll(url string) error {
	client := &http.Client{Transport: &http.Transport{}}
	for {
		if _, err := client.Get(url); err != nil {
			return err
		}
	}
}

// So may one that waits.
func Every(url string, stop chan bool, work func(*http.Client)) {
	client := &http.Client{Transport: &http.Transport{}}
	client.Get(url)
	for {
		select {
		case <-stop:
			return
		default:
			work(client)
		}
	}
}

// One that does not end is what the client is there for.
func Watch(url string, seen func(attempt int, err error)) {
	client := &http.Client{Transport: &http.Transport{}}
	for i := 0; ; i++ {
		_, err := client.Get(url)
		seen(i, err)
	}
}

// One for all attempts, and one attempt.
func before(url string, urls []string) error {
	client := &http.Client{Transport: &http.Transport{}}
	return withRetry(3, func() error {
		_, err := client.Get(url)
		return err
	})
}

func once(url string) {
	client := &http.Client{Transport: &http.Transport{}}
	client.Get(url)
}
