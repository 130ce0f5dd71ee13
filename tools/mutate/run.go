package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/transportlint/transportlint/tools/mutate/judge"
)

// build builds the judge with all mutants in it, and returns them.
func (c *command) build(ctx context.Context, temp, bin string) ([]mutation, error) {
	list := exec.CommandContext(ctx, "go", append([]string{"list", "-f", `{{range .GoFiles}}{{$.Dir}}/{{.}}{{"\n"}}{{end}}`}, c.packages...)...)
	list.Stderr = os.Stderr
	names, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	all := &conditions{fset: token.NewFileSet()}
	replace := make(map[string]string)
	for name := range strings.Lines(string(names)) {
		name = filepath.FromSlash(strings.TrimSpace(name))
		if name == "" {
			continue
		}
		text, err := all.rewrite(name)
		if err != nil {
			return nil, err
		}
		if text == nil {
			continue
		}
		replace[name] = filepath.Join(temp, strconv.Itoa(len(replace))+".go")
		if err := os.WriteFile(replace[name], text, 0o644); err != nil {
			return nil, err
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return nil, err
	}
	overlayFile := filepath.Join(temp, "overlay.json")
	if err := os.WriteFile(overlayFile, overlay, 0o644); err != nil {
		return nil, err
	}
	build := exec.CommandContext(ctx, "go", "build", "-overlay", overlayFile, "-o", bin, c.judge)
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	return all.mutations, nil
}

// verdicts calls f with the verdict on each mutation. Where a mutant ends the judge, that is one.
func (c *command) verdicts(ctx context.Context, bin string, mutations []mutation, f func(mutation, string)) error {
	for len(mutations) > 0 {
		left := mutations
		var ids, stderr bytes.Buffer
		for _, m := range left {
			fmt.Fprintln(&ids, m.id)
		}
		cmd := exec.CommandContext(ctx, bin, "-timeout", c.timeout.String())
		cmd.Stdin, cmd.Stderr = &ids, &stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			return err
		}
		if err := cmd.Start(); err != nil {
			return err
		}
		ready := false
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if line := lines.Text(); line == judge.Ready {
				ready = true
			} else {
				f(left[0], line)
				left = left[1:]
			}
		}
		err = cmd.Wait()
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if !ready {
			return fmt.Errorf("the judge: %w\n%s", err, &stderr)
		}
		if len(left) > 0 {
			f(left[0], judge.Noticed)
			left = left[1:]
		}
		mutations = left
	}
	return nil
}
