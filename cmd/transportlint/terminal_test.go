package main

import (
	"os"
	"runtime"
	"testing"
)

func TestTerminal(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows says these things otherwise")
	}
	env := func(values map[string]string) func(string) string {
		return func(name string) string { return values[name] }
	}
	for _, test := range []struct {
		env            map[string]string
		color, unicode bool
	}{
		{map[string]string{"TERM": "xterm", "LANG": "de_DE.UTF-8"}, true, true},
		{map[string]string{"TERM": "xterm", "LANG": "en_US.utf8", "NO_COLOR": "1"}, false, true},
		{map[string]string{"TERM": "dumb", "LANG": "C.UTF-8", "LC_ALL": "C"}, false, false},
		{map[string]string{"TERM": "xterm", "LANG": "C", "LC_CTYPE": "C.UTF-8"}, true, true},
	} {
		if got := wantsColor(env(test.env)); got != test.color {
			t.Errorf("%v: color %v", test.env, got)
		}
		if got := showsUnicode(env(test.env)); got != test.unicode {
			t.Errorf("%v: unicode %v", test.env, got)
		}
	}
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	if terminal(null) != nil {
		t.Errorf("%s is a terminal", os.DevNull)
	}
}
