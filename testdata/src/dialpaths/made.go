package dialpaths

import (
	"context"
	"net"
	"sync"
	"time"
)

func makeDialer() *net.Dialer { return &net.Dialer{KeepAlive: time.Second} }

// Made has a dialer that a function makes, which is a value.
func Made(addr string) (net.Conn, error) {
	newDialer := makeDialer
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return newDialer().DialContext(ctx, "tcp", addr)
}

var once = sync.OnceValue(makeOnce)

func makeOnce() *net.Dialer { return &net.Dialer{KeepAlive: time.Second} }

// Once makes it once.
func Once(addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return once().DialContext(ctx, "tcp", addr)
}

func makeAny() *net.Dialer { return &net.Dialer{KeepAlive: time.Second} } // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

// Any has no limit on one way.
func Any(addr string) (net.Conn, error) {
	newDialer := makeAny
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if c, err := newDialer().DialContext(ctx, "tcp", addr); err == nil {
		return c, nil
	}
	return newDialer().Dial("tcp", addr)
}

// MakeDialer is there for others, too.
func MakeDialer() *net.Dialer { return &net.Dialer{KeepAlive: time.Second} } // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

// Others uses it with a limit.
func Others(addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return MakeDialer().DialContext(ctx, "tcp", addr)
}

// Maker hands the function on.
func Maker() func() *net.Dialer { return makeAny }
