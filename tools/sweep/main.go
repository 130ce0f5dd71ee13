// Command sweep runs the linter over every module below some directories, and says what came of it: crashes, time-outs, errors, findings
// of each rule, time and memory. Its record of one version of the linter can be compared with that of another, which shows what a
// change of the analysis adds and removes.
//
//	go -C tools run ./sweep -o before.jsonl ~/src "$(go env GOROOT)/src"
//	go -C tools run ./sweep -o after.jsonl -diff before.jsonl ~/src "$(go env GOROOT)/src"
//
// It writes nothing below the directories: each module is loaded with a copy of its go.mod. GOPROXY=off keeps it from loading modules
// that are not there.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"time"
)

func main() {
	var s sweep
	flag.StringVar(&s.bin, "bin", "", "run this `command` in place of the one in this checkout")
	flag.DurationVar(&s.timeout, "timeout", 10*time.Minute, "give up on a module after this `time`")
	out := flag.String("o", "", "write what was found to this `file`, a line of JSON for each module")
	old := flag.String("diff", "", "compare with what this `file` says, written by -o earlier")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	ok, err := s.run(ctx, flag.Args(), *out, *old, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "sweep:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// A sweep runs one build of the linter.
type sweep struct {
	bin     string
	timeout time.Duration
	temp    string
}

// run sweeps dirs and reports to w. It reports false if the linter crashed or was too slow.
func (s *sweep) run(ctx context.Context, dirs []string, out, old string, w io.Writer) (bool, error) {
	if len(dirs) == 0 {
		return false, fmt.Errorf("name the directories to sweep")
	}
	var before []record
	if old != "" {
		var err error
		if before, err = readRecords(old); err != nil {
			return false, err
		}
	}
	modules, err := modulesBelow(dirs)
	if err != nil {
		return false, err
	}
	if s.temp, err = os.MkdirTemp("", "sweep"); err != nil {
		return false, err
	}
	defer os.RemoveAll(s.temp)
	if s.bin == "" {
		s.bin = filepath.Join(s.temp, "transportlint.exe")
		build := exec.CommandContext(ctx, "go", "build", "-o", s.bin, "github.com/transportlint/transportlint/cmd/transportlint")
		if text, err := build.CombinedOutput(); err != nil {
			return false, fmt.Errorf("building the linter; this runs in the folder tools of its repository: %w\n%s", err, text)
		}
	}
	var records []record
	for i, dir := range modules {
		r, err := s.module(ctx, dir)
		if err != nil {
			return false, err
		}
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		fmt.Fprintf(w, "[%d/%d] %s\n", i+1, len(modules), r)
		records = append(records, r)
	}
	if out != "" {
		if err := writeRecords(out, records); err != nil {
			return false, err
		}
	}
	if old != "" {
		compare(w, before, records)
	}
	return summarize(w, records), nil
}

func readRecords(name string) ([]record, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []record
	for d := json.NewDecoder(f); d.More(); {
		var r record
		if err := d.Decode(&r); err != nil {
			return nil, fmt.Errorf("%s is not what -o writes: %w", name, err)
		}
		out = append(out, r)
	}
	return out, nil
}

func writeRecords(name string, records []record) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	e := json.NewEncoder(f)
	for _, r := range records {
		if err := e.Encode(r); err != nil {
			f.Close()
			return err
		}
	}
	return f.Close()
}

// modulesBelow returns the directories at and below dirs that have a go.mod, sorted. Vendored modules have none of their own.
func modulesBelow(dirs []string) ([]string, error) {
	var out []string
	for _, dir := range dirs {
		dir, err := filepath.Abs(dir)
		if err != nil {
			return nil, err
		}
		err = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if name := d.Name(); d.IsDir() && path != dir && (name == "vendor" || name == ".git" || name == "node_modules") {
				return filepath.SkipDir
			}
			if !d.IsDir() && d.Name() == "go.mod" {
				out = append(out, filepath.Dir(path))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
