package evidence

import (
	"context"
	"strings"
	"testing"
	"time"
)

const (
	// forEver stands for it in a bubble of testing/synctest.
	forEver = 365 * 24 * time.Hour
	// aWhile is a real time in which what is bounded by a fraction of it is long over.
	aWhile = time.Second
	// patience is after what time a test gives up on something that should happen.
	patience = time.Minute
)

// A call is under way in a goroutine of its own.
type call struct {
	cancel context.CancelFunc
	begun  time.Time
	done   chan struct{} // closed when the following are set
	took   time.Duration
	err    error
}

// start calls f, whose context ends with the test at the latest.
func start(t *testing.T, f func(context.Context) error) *call {
	ctx, cancel := context.WithCancel(t.Context())
	c := &call{cancel: cancel, begun: time.Now(), done: make(chan struct{})}
	go func() {
		defer close(c.done)
		c.err = f(ctx)
		c.took = time.Since(c.begun)
	}()
	return c
}

// hangs checks that the call is not over after d, and then ends it.
func (c *call) hangs(t *testing.T, d time.Duration) {
	t.Helper()
	c.lasts(t, d)
	c.cancel()
	c.wait(t)
}

// lasts checks that the call is not over after d. One without a context ends when what it waits for is closed.
func (c *call) lasts(t *testing.T, d time.Duration) {
	t.Helper()
	select {
	case <-c.done:
		t.Errorf("the call ended after %v (error: %v): it should still hang after %v", c.took, c.err, d)
	case <-time.After(d):
		t.Logf("still hangs after %v", d)
	}
}

// fails checks that the call ends with an error that has text in it, and returns after what time.
func (c *call) fails(t *testing.T, text string) time.Duration {
	t.Helper()
	c.wait(t)
	if c.err == nil || !strings.Contains(c.err.Error(), text) {
		t.Errorf("the call ended after %v with error %v: it should be one that says %q", c.took, c.err, text)
	}
	t.Logf("fails after %v: %v", c.took, c.err)
	return c.took
}

func (c *call) wait(t *testing.T) {
	t.Helper()
	select {
	case <-c.done:
	case <-time.After(patience):
		t.Fatalf("the call is not over after %v", patience)
	}
}

// falls waits until n returns no more than limit.
func falls(t *testing.T, what string, n func() int64, limit int64) {
	t.Helper()
	for begun := time.Now(); n() > limit; time.Sleep(5 * time.Millisecond) {
		if time.Since(begun) > patience {
			t.Errorf("%d %s after %v, want %d", n(), what, patience, limit)
			return
		}
	}
}

// atLeast checks that n is no less than limit. A limit is lower than what is expected where net/http may close a connection
// because the machine is slow.
func atLeast(t *testing.T, what string, n, limit int64) {
	t.Helper()
	if n < limit {
		t.Errorf("%d %s, want at least %d", n, what, limit)
	}
}

// atMost checks that n is no more than limit.
func atMost(t *testing.T, what string, n, limit int64) {
	t.Helper()
	if n > limit {
		t.Errorf("%d %s, want at most %d", n, what, limit)
	}
}
