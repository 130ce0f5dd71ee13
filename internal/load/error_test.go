package load

import (
	"errors"
	"testing"
)

func TestGoError(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"progress", "err: exit status 1: stderr: go: downloading example.com/a v1.0.0\ngo: example.com/b@v1.0.0: not found\ngo: downloading example.com/c v1.0.0\n", "go: example.com/b@v1.0.0: not found"},
		{"no words", "err: exit status 1: stderr: ", "err: exit status 1: stderr: "},
		{"progress alone", "err: signal: killed: stderr: go: downloading example.com/a v1.0.0\n", "err: signal: killed: stderr: go: downloading example.com/a v1.0.0\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := goError(errors.New(test.text)).Error(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
