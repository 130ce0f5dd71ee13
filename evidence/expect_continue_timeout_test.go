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
				var sent atomic.Int64
				l := listenPipes()
				s := serve(t, http1, l, func(w http.ResponseWriter, _ *http.Request) {
					conn, buf, err := http.NewResponseController(w).Hijack() // reading the request's body would ask for it
					if err != nil {
						t.Error(err)
						return
					}
					defer conn.Close()
					_ = conn.SetReadDeadline(time.Now().Add(500 * time.Millisecond))
					n, _ := io.Copy(io.Discard, buf)
					sent.Store(n)
					_, _ = io.WriteString(conn, "HTTP/1.1 417 Expectation Failed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
					_ = conn.SetReadDeadline(time.Time{})
					_, _ = io.Copy(io.Discard, conn) // until the client closes it
				})
				tr := s.transport(t)
				tr.DialContext = l.DialContext
				tr.ExpectContinueTimeout = test.value

				req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL, strings.NewReader("ten bytes."))
				if err != nil {
					t.Fatal(err)
				}
				req.Header.Set("Expect", "100-continue")
				resp, err := do(&http.Client{Transport: tr}, req)
				if err != nil {
					t.Fatal(err)
				}
				t.Logf("%d bytes of a body that the server answered with %d were sent", sent.Load(), resp.StatusCode)
				if n := sent.Load(); n != test.sent {
					t.Errorf("%d bytes of the body were sent, want %d", n, test.sent)
				}
			})
		})
	}
}
