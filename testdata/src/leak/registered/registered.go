// Package registered makes a transport for each message that comes.
package registered

import (
	"net/http"

	"leak/registered/bus"
)

func register(b *bus.Bus) {
	b.Subscribe("orders", func(m bus.Message) {
		client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
		client.Get(m.URL)
		ask(m.URL)
	})
	b.HandleClose(func() { // gets nothing, and runs at the end
		client := &http.Client{Transport: &http.Transport{}}
		client.Get("https://example.com/closed")
	})
	b.Middle(func(m bus.Message) { // of which nobody knows how often
		client := &http.Client{Transport: &http.Transport{}}
		client.Get(m.URL)
	})
	kept := &http.Client{Transport: &http.Transport{}}
	b.Subscribe("users", func(m bus.Message) { kept.Get(m.URL) })
	var last *http.Client
	b.Subscribe("last", func(m bus.Message) {
		last = &http.Client{Transport: &http.Transport{}}
		last.Get(m.URL)
	})
}

func ask(url string) {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
	client.Get(url)
}

func init() { register(&bus.Bus{}) }

type consumer struct{}

func (consumer) receive(m bus.Message) {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
	client.Get(m.URL)
}

func (consumer) between(m bus.Message) {
	client := &http.Client{Transport: &http.Transport{}}
	client.Get(m.URL)
}

func init() {
	b := &bus.Bus{}
	b.Subscribe("news", consumer{}.receive)
	b.Middle(consumer{}.between)
}

func handleFirst(f func(string)) { f("https://example.com/first") }

func handleAll(urls chan string, f func(string)) {
	for url := range urls {
		f(url)
	}
}

func start(urls chan string) {
	handleFirst(func(url string) { // which runs it once, whatever it is called
		client := &http.Client{Transport: &http.Transport{}}
		client.Get(url)
	})
	handleAll(urls, func(url string) {
		client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
		client.Get(url)
	})
}

func init() { start(make(chan string)) }
