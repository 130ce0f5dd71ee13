package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/aymanbagabas/go-udiff"
	"golang.org/x/tools/txtar"

	"github.com/transportlint/transportlint/internal/cli"
)

var update = flag.Bool("update", false, "write what commands print into the transcripts")

// TestTranscripts plays the files of testdata. Each has what somebody types and sees, in front of the files of the module that it is about:
//
//	# What this shows.
//	$ transportlint ./...
//	a.go:5:9: dialer: net.Dialer does not set Timeout (...)
//	transportlint: 1 finding in 1 package (1 analyzed)
//	[exit 1]
//
// An empty line ends what a command prints, stdout and stderr as they come. In it ... stands for any text in a line, and $WORK for the folder
// with the files. Besides transportlint, go and git there are cat, cd, cp, diff, mkdir and rm, for one file or folder each. A dot
// alone stands for an empty line. Where the line [needs git], [needs cgo] or [long] does not hold, what is below it is skipped. With -update the
// test writes what it sees.
func TestTranscripts(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want := strings.ReplaceAll(string(archive.Comment), "\r\n", "\n")
			root, err := filepath.EvalSymlinks(cli.LayOut(t, string(txtar.Format(&txtar.Archive{Files: archive.Files})))) // as tools print it
			if err != nil {
				t.Fatal(err)
			}
			p := player{t: t, root: root, dir: root}
			got := p.play(want)
			if *update {
				archive.Comment = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// A player plays one transcript.
type player struct {
	t         *testing.T
	root, dir string
}

// play runs the commands of a transcript, and returns it with what they print.
func (p *player) play(transcript string) string {
	var out strings.Builder
	for block := range strings.SplitSeq(strings.TrimRight(transcript, "\n"), "\n\n") {
		lines := strings.Split(block, "\n")
		for len(lines) > 0 && !strings.HasPrefix(lines[0], "$ ") {
			p.condition(lines[0])
			out.WriteString(lines[0] + "\n")
			lines = lines[1:]
		}
		for len(lines) > 0 {
			command := lines[0]
			end := 1
			for end < len(lines) && !strings.HasPrefix(lines[end], "$ ") {
				end++
			}
			want := strings.Join(lines[1:end], "\n")
			got := p.run(strings.TrimPrefix(command, "$ "))
			if p.matches(got, want) {
				got = want
			} else if !*update {
				p.t.Errorf("%s\n%s\nwant:\n%s", command, got, want)
			}
			out.WriteString(command + "\n")
			if got != "" {
				out.WriteString(got + "\n")
			}
			lines = lines[end:]
		}
		out.WriteString("\n")
	}
	return out.String()
}

// condition skips the transcript where it cannot be played.
func (p *player) condition(line string) {
	switch line {
	case "[long]":
		cli.Long(p.t)
	case "[needs git]":
		if _, err := exec.LookPath("git"); err != nil {
			p.t.Skip("git is not available")
		}
	case "[needs cgo]":
		if out, err := exec.Command("go", "env", "CGO_ENABLED").Output(); err != nil || strings.TrimSpace(string(out)) != "1" {
			p.t.Skip("cgo is not available")
		}
	default:
		if !strings.HasPrefix(line, "#") && line != "" {
			p.t.Fatalf("this is no command, comment or condition: %q", line)
		}
	}
}

// matches reports whether got is what a transcript wants, in which ... stands for any text in a line.
func (p *player) matches(got, want string) bool {
	pattern := strings.ReplaceAll(regexp.QuoteMeta(filepath.ToSlash(want)), regexp.QuoteMeta("..."), ".*")
	return regexp.MustCompile(`^` + pattern + `$`).MatchString(got)
}

var word = regexp.MustCompile(`'[^']*'|\S+`)

// run runs a command, and returns what a terminal would show of it, without the last line break.
func (p *player) run(command string) string {
	p.t.Helper()
	var args, env []string
	for _, arg := range word.FindAllString(command, -1) {
		arg = strings.ReplaceAll(strings.Trim(arg, "'"), "$WORK", p.root)
		if name, _, ok := strings.Cut(arg, "="); ok && len(args) == 0 && name == strings.ToUpper(name) {
			env = append(env, arg)
		} else {
			args = append(args, arg)
		}
	}
	var text string
	var err error
	switch args[0] {
	case "transportlint", "go", "git":
		for i := range args {
			args[i] = strings.Replace(args[i], "=transportlint", "="+cli.Binary, 1) // -vettool
		}
		if args[0] == "transportlint" {
			args[0] = cli.Binary
		}
		text, err = p.execute(env, args)
	default:
		text, err = p.builtin(args)
	}
	if err != nil {
		p.t.Fatalf("%s: %v", command, err)
	}
	if filepath.Separator == '\\' {
		text = strings.ReplaceAll(text, `\\`, `\`) // of JSON
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), p.root, "$WORK")
	text = strings.ReplaceAll(filepath.ToSlash(text), "\n\n", "\n.\n") // an empty line would end it
	return strings.TrimRight(text, "\n")
}

func (p *player) execute(env, args []string) (string, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = p.dir
	cmd.Env = append(cmd.Environ(), "GOWORK=off", "GOPROXY=off", "GOFLAGS=", "GITHUB_WORKSPACE=", "GITHUB_STEP_SUMMARY=",
		"GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com")
	cmd.Env = append(cmd.Env, env...)
	var terminal bytes.Buffer
	cmd.Stdout, cmd.Stderr = &terminal, &terminal
	err := cmd.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		return "", err
	}
	if code := cmd.ProcessState.ExitCode(); code != 0 {
		fmt.Fprintf(&terminal, "[exit %d]\n", code)
	}
	return terminal.String(), nil
}

// builtin does what the commands of that name do in a shell.
func (p *player) builtin(args []string) (string, error) {
	at := func(i int) string { return filepath.Join(p.dir, filepath.FromSlash(args[i])) }
	switch {
	case args[0] == "cat" && len(args) == 2:
		text, err := os.ReadFile(at(1))
		return string(text), err
	case args[0] == "cd" && len(args) == 2:
		p.dir = at(1)
		return "", nil
	case args[0] == "cp" && len(args) == 3:
		text, err := os.ReadFile(at(1))
		if err != nil {
			return "", err
		}
		return "", os.WriteFile(at(2), text, 0o644)
	case args[0] == "diff" && len(args) == 3:
		old, err := os.ReadFile(at(1))
		if err != nil {
			return "", err
		}
		text, err := os.ReadFile(at(2))
		return udiff.Unified(args[1], args[2], string(old), string(text)), err
	case args[0] == "mkdir" && len(args) == 2:
		return "", os.MkdirAll(at(1), 0o755)
	case args[0] == "rm" && len(args) == 2:
		return "", os.RemoveAll(at(1))
	}
	return "", errors.New("this is none of the commands that a transcript can have")
}
