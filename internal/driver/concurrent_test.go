package driver

import (
	"context"
	"path/filepath"
	"sync"
	"testing"

	"github.com/transportlint/transportlint/internal/load"
)

// Several drivers in one process, each with settings of its own, do not come into each other's way.
func TestConcurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	t.Setenv("GOWORK", "off")
	dir := filepath.Join(abs(t, "../.."), "testdata", "lambda")
	lint := func(ctx context.Context, flags map[string]string) string {
		_, stdout, stderr := runIn(ctx, dir, nil, func(opts *Options) {
			opts.Build, opts.Patterns = load.BuildAlways, []string{"./limit/article", "./leak/leakctor/...", "./entry/otherbinary/..."}
			settings := opts.Settings.Flags()
			for name, value := range flags {
				if err := settings.Set(name, value); err != nil {
					t.Error(err)
				}
			}
		})
		return stdout + stderr
	}
	settings := []map[string]string{
		nil,
		{"strict": "true"},
		{"disable": "transport,lambda-leak"},
		{"enable": "client", "allow": "net/http.Transport.MaxIdleConnsPerHost"},
	}
	var want []string
	for i, flags := range settings {
		want = append(want, lint(t.Context(), flags))
		if i > 0 && want[i] == want[0] {
			t.Errorf("%v makes no difference: %s", flags, want[i])
		}
	}
	var wg sync.WaitGroup
	for i, flags := range settings {
		wg.Go(func() {
			if got := lint(t.Context(), flags); got != want[i] {
				t.Errorf("%v beside others: got\n%s\nwant\n%s", flags, got, want[i])
			}
		})
	}
	wg.Wait()
}
