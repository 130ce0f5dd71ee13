package evidence

import (
	"context"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// A net.Dialer's Deadline is a point in time: when it is over, every dial fails. The rule value reports one in a dialer that is
// kept.
func TestDialerDeadline(t *testing.T) {
	t.Parallel()
	const requests = 5
	s := serve(t, http1, listenLoopback(t), answer)
	for _, test := range []struct {
		name   string
		dialer *net.Dialer
		fails  bool
	}{
		{"Deadline to come", &net.Dialer{Deadline: time.Now().Add(patience)}, false},
		{"Deadline over", &net.Dialer{Deadline: time.Now().Add(-time.Second)}, true},
		{"Deadline over, Timeout", &net.Dialer{Deadline: time.Now().Add(-time.Second), Timeout: patience}, true},
		{"Timeout", &net.Dialer{Timeout: patience}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			tr := recommended()
			tr.DialContext = test.dialer.DialContext
			tr.DisableKeepAlives = true
			var failed int64
			var last error
			for range requests {
				if _, err := get(context.Background(), &http.Client{Transport: tr}, s.URL); err != nil {
					failed++
					last = err
				}
			}
			t.Logf("%d of %d dials failed; error: %v", failed, requests, last)
			if !test.fails {
				atMost(t, "dials failed", failed, 0)
				return
			}
			atLeast(t, "dials failed", failed, requests)
			if last != nil && !strings.Contains(last.Error(), "i/o timeout") {
				t.Errorf("the error is %v, want one that says i/o timeout", last)
			}
		})
	}
}
