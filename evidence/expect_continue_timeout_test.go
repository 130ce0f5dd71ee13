package evidence

import (
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestExpectContinueTimeout(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		value time.Duration
		sent  int64
	}{
		{"zero", 0, 10},
		{"recommended", recommended().ExpectContinueTimeout, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				// A server that thinks for a while, and then does not want the body.
				l := listenPipes()
				s := serve(t, http1, l, func(w http.ResponseWriter, _ *http.Request) {
					time.Sleep(500 * time.Millisecond)
					w.WriteHeader(http.StatusExpectationFailed)
				})
				tr := s.transport(t)
				tr.DialContext = l.DialContext
				tr.ExpectContinueTimeout = test.value

				body := &watched{Reader: strings.NewReader("ten bytes.")}
				req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL, body)
				if err != nil {
					t.Fatal(err)
				}
				req.ContentLength = 10
				req.Header.Set("Expect", "100-continue")
				resp, err := do(&http.Client{Transport: tr}, req)
				if err != nil {
					t.Fatal(err)
				}
				t.Logf("%d bytes of a body that the server answered with %d were sent", body.read.Load(), resp.StatusCode)
				if n := body.read.Load(); n != test.sent {
					t.Errorf("%d bytes of the body were sent, want %d", n, test.sent)
				}
			})
		})
	}
}

// A watched reader counts the bytes that were read from it.
type watched struct {
	io.Reader
	read atomic.Int64
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	w.read.Add(int64(n))
	return n, err
}
