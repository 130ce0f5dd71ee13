package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// fake has a file where each peer would be installed.
func fake(t *testing.T) (cache string) {
	t.Helper()
	cache = t.TempDir()
	for _, p := range peers {
		path := filepath.Join(cache, p.name+"@"+p.version, executable(p.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return cache
}

func TestPrepare(t *testing.T) {
	tmp, cache := t.TempDir(), fake(t)
	commands, err := prepare("all", tmp, cache)
	if err != nil {
		t.Fatal(err)
	}
	if len(commands) != len(names()) {
		t.Errorf("%d commands of %d", len(commands), len(names()))
	}
	remember := 0
	for _, c := range withCold(commands) {
		if c.recall == nil {
			continue
		}
		remember++
		args, env := c.recall("1")
		if other, vars := c.recall("2"); strings.Join(append(args, env...), " ") == strings.Join(append(other, vars...), " ") {
			t.Errorf("%s recalls the same under different keys", c.name)
		}
	}
	if remember != 6 {
		t.Errorf("%d rows of commands that remember, want each of three twice", remember)
	}

	commands, err = prepare("gosec,noop", tmp, cache)
	if err != nil || len(commands) != 2 || commands[0].name != noop || commands[1].args[0] != filepath.Join(cache, "gosec@"+peers[2].version, executable("gosec")) {
		t.Errorf("%v, %v", commands, err)
	}
	if _, err := prepare("noop,nosuch", tmp, cache); err == nil {
		t.Error("a command that does not exist")
	}
}

// TestWithoutPeer: what cannot be installed is left out.
func TestWithoutPeer(t *testing.T) {
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOMODCACHE", t.TempDir())
	commands, err := prepare("list,exhaustruct", t.TempDir(), t.TempDir())
	if err != nil || len(commands) != 1 || commands[0].name != floor {
		t.Errorf("%v, %v", commands, err)
	}
}

// TestPinned: figures name the version that they are of.
func TestPinned(t *testing.T) {
	for _, p := range peers {
		if !regexp.MustCompile(`^v\d+\.\d+\.\d+$`).MatchString(p.version) {
			t.Errorf("%s has version %q", p.name, p.version)
		}
	}
}
