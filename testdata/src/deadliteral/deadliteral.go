// Package deadliteral overwrites literals before anything reads them, or after.
package deadliteral

import (
	"container/heap"
	"context"
	"net"
	"net/http"
)

func shared() *http.Transport { return http.DefaultTransport.(*http.Transport).Clone() }

// Retry has a default that it throws away at once.
func Retry() *http.Client {
	c := http.Client{Transport: new(http.Transport)}
	c.CheckRedirect = nil
	c.Transport = shared()
	return &c
}

// Used has sent something by then.
func Used(url string) *http.Client {
	c := &http.Client{Transport: new(http.Transport)} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	_, _ = c.Get(url)
	c.Transport = shared()
	return c
}

// Chosen overwrites it on one path.
func Chosen(own bool) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	switch {
	case own:
		t = shared()
	}
	return t
}

// Deferred has a literal that may see the first.
func Deferred() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	defer func() { println(t.IdleConnTimeout) }()
	t = shared()
	return t
}

// Client loses both the client and what is in it.
func Client() *http.Client {
	c := &http.Client{Transport: &http.Transport{}}
	c = &http.Client{Transport: shared()}
	return c
}

// Thrown is completed by whoever recovers it, elsewhere.
type failure struct{ t *http.Transport }

// Panic throws one.
func Panic() {
	panic(failure{&http.Transport{}}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// Caught has it again, and sets nothing.
func Caught() (t *http.Transport) {
	defer func() {
		if f, ok := recover().(failure); ok {
			t = f.t
		}
	}()
	Panic()
	return nil
}

func dial(context.Context, string, string) (net.Conn, error) { return nil, net.ErrClosed }

type stack []*http.Transport

func (s stack) Len() int           { return len(s) }
func (s stack) Less(i, j int) bool { return i < j }
func (s stack) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }
func (s *stack) Push(x any)        { *s = append(*s, x.(*http.Transport)) }
func (s *stack) Pop() any          { t := (*s)[0]; *s = (*s)[1:]; return t }

// Popped sets what it takes out of a heap.
func Popped() *http.Transport {
	s := new(stack)
	heap.Push(s, &http.Transport{DialContext: dial, IdleConnTimeout: 1e9})
	t := heap.Remove(s, 0).(*http.Transport)
	t.TLSHandshakeTimeout = 1e9
	return t
}
