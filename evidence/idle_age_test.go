package evidence

import (
	"go/build"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"testing"
	"testing/synctest"
	"time"
)

// With IdleConnTimeout above zero the age of a connection is looked at before it is used again, so that a timer that has not
// run, as in a process that was frozen, does no harm. Here none has run because there was none when the connection fell idle.
func TestIdleAge(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		value time.Duration
		conns int64
	}{
		{"zero", 0, 1},
		{"longer than idle", 2 * time.Hour, 1},
		{"recommended", recommended().IdleConnTimeout, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s, client := idle(t, http1, 0)
				time.Sleep(time.Hour)
				client.Transport.(*http.Transport).IdleConnTimeout = test.value
				if n := s.conns.open.Load(); n != 1 {
					t.Fatalf("%d connections are open, want 1, since no timer was set", n)
				}
				if _, err := get(t.Context(), client, s.URL); err != nil {
					t.Fatal(err)
				}
				n := s.conns.accepted.Load()
				t.Logf("after an hour, IdleConnTimeout being %v, the request is sent on connection %d", test.value, n)
				if n != test.conns {
					t.Errorf("sent on connection %d, want %d", n, test.conns)
				}
			})
		})
	}
}

// The age is taken by the wall clock, which goes on while a process is frozen whatever the monotonic clock does. A test cannot
// set the two apart, so this one reads the source: Round(0) takes the monotonic reading off a time.
func TestIdleAgeIsWallTime(t *testing.T) {
	t.Parallel()
	root := filepath.Join(build.Default.GOROOT, "src", "net", "http")
	if _, err := os.Stat(root); err != nil {
		t.Skipf("this Go installation has no source to read: %v", err)
	}
	found := map[string]string{"idleAt": "", "lastIdle": ""} // of HTTP/1 and HTTP/2
	age := regexp.MustCompile(`\.(idleAt|lastIdle)\.Round\(0\)`)
	// Since Go 1.27 HTTP/2 has a folder of its own.
	source := os.DirFS(root)
	err := fs.WalkDir(source, ".", func(file string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(file) != ".go" {
			return err
		}
		src, err := fs.ReadFile(source, file)
		for _, m := range age.FindAllSubmatch(src, -1) {
			found[string(m[1])] = file
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range found {
		t.Logf("%s takes %s by the wall clock", file, name)
		if file == "" {
			t.Errorf("net/http no longer takes %s by the wall clock: look how it finds the age of a connection", name)
		}
	}
}
