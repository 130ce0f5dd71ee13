package evidence

import (
	"context"
	"sync/atomic"
)

// A barrier keeps whoever comes until a number has come, and nobody after that.
type barrier struct {
	missing atomic.Int64
	open    chan struct{}
}

func newBarrier(n int64) *barrier {
	b := &barrier{open: make(chan struct{})}
	b.missing.Store(n)
	return b
}

// wait returns early if ctx ends.
func (b *barrier) wait(ctx context.Context) {
	if b.missing.Add(-1) == 0 {
		close(b.open)
	}
	select {
	case <-b.open:
	case <-ctx.Done():
	}
}
