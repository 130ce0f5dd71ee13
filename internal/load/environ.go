package load

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// environ returns the environment of the go command. What the code could make it do, it does only where its user has said so:
//
//   - A line in go.mod has it fetch another Go and run that.
//   - A program called gopackagesdriver takes its place.
//
// They are as their variables say, if these are set. [buildFlags] and [dryRun] have the rest.
func (l *Loader) environ() []string {
	env := slices.Concat(os.Environ(), []string{"PWD=" + l.Dir})
	if !chosen("GOTOOLCHAIN") {
		env = append(env, "GOTOOLCHAIN=local")
	}
	if os.Getenv("GOPACKAGESDRIVER") == "" {
		env = append(env, "GOPACKAGESDRIVER=off")
	}
	return append(env, l.env...)
}

// buildFlags are flags that every call of the go command gets. It would otherwise run whatever version control has a folder in the
// checkout, to say in a binary that nobody builds what it was built from.
var buildFlags = []string{"-buildvcs=false"}

// chosen reports whether the user has set a variable for the go command, in the environment or with go env -w.
func chosen(name string) bool {
	if os.Getenv(name) != "" {
		return true
	}
	file := os.Getenv("GOENV")
	switch file {
	case "off":
		return false
	case "":
		dir, err := os.UserConfigDir()
		if err != nil {
			return false
		}
		file = filepath.Join(dir, "go", "env")
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return false
	}
	for line := range bytes.Lines(text) {
		if value, ok := bytes.CutPrefix(bytes.TrimSpace(line), []byte(name+"=")); ok && len(value) > 0 {
			return true
		}
	}
	return false
}

// explained adds to what the go command says what to do about it.
func explained(err error) error {
	if strings.Contains(err.Error(), "GOTOOLCHAIN=local") && !chosen("GOTOOLCHAIN") {
		err = fmt.Errorf("%w; install that Go, or set GOTOOLCHAIN=auto to have the go command fetch and run it", err)
	}
	return err
}

// Machine returns the folders that hold what the go command has fetched or came with, which are not part of a checkout even if they are in
// it. There are none if the go command does not say.
func (l *Loader) Machine(ctx context.Context) []string {
	return slices.DeleteFunc(l.goEnv(ctx, "GOMODCACHE", "GOROOT"), func(dir string) bool { return !filepath.IsAbs(dir) })
}
