// Package facts has helpers for other packages; its fact says what they do. // want package:`effects\(All#0\.DisableKeepAlives=true, All#0\.IdleConnTimeout=positive, Client#0\.Transport\.MaxIdleConns=dynamic, Dials#0\.DialContext=positive, Dials#0\.TLSClientConfig=positive, Dials#0\.TLSNextProto=positive, Given#0 unseen, Keep#0 kept, Keep#0\.Transport\.MaxConnsPerHost=positive with Keeper\.Tune, Limits\.Apply#0\.MaxIdleConnsPerHost=dynamic, Read#0 returned, Remember#0 kept, Replace#0 unseen, Wrap#0 returned, type Config#0\.Client\.Transport\.ReadBufferSize=positive, type Keeper#0\.client\.Transport\.MaxConnsPerHost=positive\)`
package facts

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

// All writes two fields, one by way of another function.
func All(t *http.Transport) {
	t.DisableKeepAlives = true
	idle(t)
}

func idle(t *http.Transport) { t.IdleConnTimeout = time.Minute }

// Client writes through what it is given.
func Client(c *http.Client, n int) {
	if t, ok := c.Transport.(*http.Transport); ok {
		t.MaxIdleConns = n
	}
}

// Limits is applied to transports.
type Limits struct{ PerHost int }

func (l Limits) Apply(t *http.Transport) { t.MaxIdleConnsPerHost = l.PerHost }

// Read writes nothing and returns its argument.
func Read(t *http.Transport) *http.Transport {
	println(t.MaxIdleConns)
	return t
}

// Given hands it to code that nobody sees.
func Given(t *http.Transport, f func(*http.Transport)) { f(t) }

// Replace writes to it as a whole.
func Replace(t, with *http.Transport) { *t = *with }

// Wrap returns it by way of a variable.
func Wrap(t *http.Transport, more bool) *http.Transport {
	u := t
	if more {
		u = Read(u)
	}
	return u
}

// Keeper keeps what it is given, and Tune writes to that. Which of them that was, nobody can say.
type Keeper struct {
	client *http.Client
	Config Config
}

func Keep(c *http.Client) *Keeper { return &Keeper{client: c} }

func (k *Keeper) Tune() {
	k.client.Transport.(*http.Transport).MaxConnsPerHost = 1
	k.Config.Client.Transport.(*http.Transport).ReadBufferSize = 1
}

// Config is kept by Keeper.
type Config struct{ Client *http.Client }

// Dials gives it a function, a map and a pointer of its own.
func Dials(t *http.Transport) {
	t.DialContext = func(context.Context, string, string) (net.Conn, error) { return nil, net.ErrClosed }
	t.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS13}
	t.TLSNextProto = map[string]func(string, *tls.Conn) http.RoundTripper{}
}

// Inner returns a part of its argument, and Last what another function was given.
func Inner(c *http.Client) *http.Transport {
	t, _ := c.Transport.(*http.Transport)
	return t
}

var last *http.Transport

func Remember(t *http.Transport) { last = t }

func Last() *http.Transport { return last }

// Hook is for everybody; what it is called here is no matter.
var Hook = hook

func hook(t *http.Transport, n int) { t.WriteBufferSize = n }
