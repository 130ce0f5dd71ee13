package evidence

import (
	"bufio"
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// A client that begins a request and falls silent is waited for. ReadTimeout stands in for a ReadHeaderTimeout of zero.
func TestReadHeaderTimeout(t *testing.T) {
	t.Parallel()
	testServer(t, "GET / HTTP/1.1\r\nHost: ex", func(s *http.Server, d time.Duration) { s.ReadHeaderTimeout = d })
}

// A connection on which no further request comes is kept. ReadTimeout stands in for an IdleTimeout of zero, and
// ReadHeaderTimeout does not.
func TestIdleTimeout(t *testing.T) {
	t.Parallel()
	testServer(t, "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n", func(s *http.Server, d time.Duration) { s.IdleTimeout = d })
	t.Run("ReadHeaderTimeout", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			client(t, &http.Server{ReadHeaderTimeout: time.Second}, "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n").hangs(t, forEver)
		})
	})
}

// A client that sends its body a byte a minute is read from for as long as it likes.
func TestReadTimeout(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		value time.Duration
		ended bool
	}{
		{"zero", 0, false},
		{"30s", 30 * time.Second, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var read error
				began := time.Now()
				var took time.Duration
				s := &http.Server{ReadTimeout: test.value, ReadHeaderTimeout: time.Second, Handler: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
					_, read = io.Copy(io.Discard, r.Body)
					took = time.Since(began)
				})}
				conn := connect(t, s)
				if _, err := io.WriteString(conn, "POST / HTTP/1.1\r\nHost: example.com\r\nContent-Length: 60\r\n\r\n"); err != nil {
					t.Fatal(err)
				}
				go func() { _, _ = io.Copy(io.Discard, conn) }() // the server answers when it has had enough
				for range 60 {
					time.Sleep(time.Minute)
					if _, err := io.WriteString(conn, "."); err != nil {
						break
					}
				}
				synctest.Wait()
				t.Logf("the body was read for %v; error: %v", took, read)
				if took == 0 || (read != nil) != test.ended {
					t.Errorf("the body was read for %v, and ended with %v; the server should end it: %v", took, read, test.ended)
				}
			})
		})
	}
}

// A client that reads nothing is written to for as long as it likes.
func TestWriteTimeout(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		value time.Duration
		hangs bool
	}{
		{"zero", 0, true},
		{"30s", 30 * time.Second, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				wrote := make(chan error, 1)
				s := &http.Server{WriteTimeout: test.value, Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
					_, err := w.Write(make([]byte, 1<<20))
					wrote <- err
				})}
				conn := connect(t, s)
				if _, err := io.WriteString(conn, "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n"); err != nil {
					t.Fatal(err)
				}
				c := start(t, func(ctx context.Context) error {
					select {
					case err := <-wrote:
						return err
					case <-ctx.Done():
						return ctx.Err()
					}
				})
				if test.hangs {
					c.hangs(t, forEver)
				} else if took := c.fails(t, "timeout"); took != test.value {
					t.Errorf("failed after %v, want %v", took, test.value)
				}
			})
		})
	}
}

// testServer looks how long a server keeps a connection on which a client has sent text, and nothing after that.
func testServer(t *testing.T, text string, set func(*http.Server, time.Duration)) {
	const timeout = 30 * time.Second
	t.Run("zero", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) { client(t, new(http.Server), text).hangs(t, forEver) })
	})
	ends := func(name string, s *http.Server) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				if took := client(t, s, text).fails(t, "EOF"); took != timeout {
					t.Errorf("the connection was closed after %v, want %v", took, timeout)
				}
			})
		})
	}
	own := new(http.Server)
	set(own, timeout)
	ends("30s", own)
	ends("zero, ReadTimeout 30s", &http.Server{ReadTimeout: timeout})
	both := &http.Server{ReadTimeout: time.Hour}
	set(both, timeout)
	ends("30s, ReadTimeout 1h", both)
}

// client sends text to a server, and waits for the end of the connection.
func client(t *testing.T, s *http.Server, text string) *call {
	if s.Handler == nil {
		s.Handler = http.HandlerFunc(answer)
	}
	conn := connect(t, s)
	return start(t, func(ctx context.Context) error {
		context.AfterFunc(ctx, func() { _ = conn.Close() })
		if _, err := io.WriteString(conn, text); err != nil {
			return err
		}
		for in := bufio.NewReader(conn); ; {
			if _, err := in.ReadByte(); err != nil {
				return err
			}
		}
	})
}

// connect starts a server, which ends with the test, and connects to it. It is for the fake time of testing/synctest.
func connect(t *testing.T, s *http.Server) net.Conn {
	l := listenPipes()
	s.ErrorLog = log.New(io.Discard, "", 0)
	go func() {
		if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			t.Error(err)
		}
	}()
	conn, err := l.DialContext(t.Context(), "", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = conn.Close()
		_ = s.Close()
		time.Sleep(time.Second) // the server closes a connection half a second after an error, and the bubble may not end before
	})
	return conn
}
