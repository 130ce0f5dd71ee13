// Package items makes a transport in each goroutine.
package items

import (
	"net/http"
	"sync"
)

func begin(urls []string) {
	var wg sync.WaitGroup
	for _, url := range urls {
		go func() {
			tr := &http.Transport{} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
			client := &http.Client{Transport: tr}
			client.Get(url)
		}()
		wg.Go(func() { get(url) })
	}
	wg.Wait()
}

func get(url string) {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	client.Get(url)
}

func init() {
	enqueue(make(chan func()), nil)
	hand(nil, nil)
	begin(nil)
	share(nil)
}

// All goroutines share it.
func share(urls []string) {
	client := &http.Client{Transport: &http.Transport{}}
	for _, url := range urls {
		go func() { client.Get(url) }()
	}
}

// Workers take the functions from a channel, and run them.
func enqueue(work chan<- func(), urls []string) {
	for _, url := range urls {
		work <- func() {
			client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
			client.Get(url)
			ask(url)
		}
	}
}

func ask(url string) {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	client.Get(url)
}

// One function for all is sent once, and the transport is what the channel is for.
func hand(clients chan<- *http.Transport, urls []string) {
	for range urls {
		clients <- &http.Transport{}
	}
}
