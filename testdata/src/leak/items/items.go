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
