package load

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/internal/suggest"
)

// advise adds to the errors about patterns what to do. The go command says what is wrong in terms of modules, and people are in the wrong
// folder or leave out a "./".
func (l *Loader) advise(ctx context.Context, pkgs []*packages.Package) {
	for _, pkg := range pkgs {
		for i := range pkg.Errors {
			if e := &pkg.Errors[i]; len(pkg.GoFiles) == 0 && e.Kind != packages.ParseError && e.Kind != packages.TypeError {
				e.Msg = l.advised(ctx, pkg.ID, e.Msg)
			}
		}
	}
}

const noModule = "there is no go.mod"

// advised returns what the go command says about a pattern, with what to do where that is known.
func (l *Loader) advised(ctx context.Context, pattern, message string) string {
	outside := strings.Contains(message, "does not contain main module") || strings.Contains(message, "go.mod file not found")
	inWorkspace := strings.Contains(message, "does not contain modules listed in go.work")
	noFiles := strings.HasPrefix(pattern, ".") && strings.Contains(message, "no Go files in ")
	switch name := strings.TrimSuffix(pattern, "/..."); {
	case strings.HasSuffix(pattern, ".go"):
		return l.noFile(pattern)
	case !strings.HasPrefix(pattern, ".") && isFolder(l.Dir, name) && (outside || inWorkspace || strings.Contains(message, " "+name)):
		return fmt.Sprintf("%s; did you mean ./%s?", message, filepath.ToSlash(pattern))
	case !outside && !inWorkspace && !noFiles:
		return message
	}
	mod, work := l.environment(ctx)
	switch {
	case inWorkspace, noFiles && pattern == "." && work != "" && filepath.Dir(work) == l.Dir:
		return fmt.Sprintf("%s; in a workspace, name its modules%s or use the pattern work for all of them", message, l.modules(ctx))
	case noFiles:
		if l.below(pattern, "*.go") == "" {
			return message
		}
		return message + "; did you mean " + strings.TrimSuffix(filepath.ToSlash(pattern), "/") + "/...?"
	case mod != "":
		return message + "; run in the module that it belongs to, or name that with -C=dir"
	}
	message = fmt.Sprintf("%s in %s or above it", noModule, l.Dir)
	if below := l.below(".", "go.mod"); below != "" {
		return message + "; run in one of the modules below it, as with -C=" + below
	}
	return message + "; run in a module, or create one with go mod init"
}

// noFile says that there is no file of that name, and which there is.
func (l *Loader) noFile(name string) string {
	dir := filepath.Dir(name)
	files, _ := filepath.Glob(filepath.Join(l.Dir, dir, "*.go")) // the pattern is well formed unless dir is odd, and then there is no advice
	for i, file := range files {
		files[i] = filepath.Join(dir, filepath.Base(file))
	}
	return fmt.Sprintf("there is no file %s in %s%s", name, l.Dir, suggest.DidYouMean(filepath.Clean(name), files))
}

func isFolder(dir, name string) bool {
	info, err := os.Stat(filepath.Join(dir, name))
	return name != "" && err == nil && info.IsDir()
}

// environment returns the go.mod and the go.work that the go command uses, or nothing.
func (l *Loader) environment(ctx context.Context) (mod, work string) {
	values := l.goEnv(ctx, "GOMOD", "GOWORK")
	if len(values) != 2 {
		return "", ""
	}
	if mod, work = values[0], values[1]; mod == os.DevNull {
		mod = ""
	}
	if work == "off" {
		work = ""
	}
	return mod, work
}

// goEnv returns what go env says of variables, nothing if it fails.
func (l *Loader) goEnv(ctx context.Context, names ...string) []string {
	out, err := l.goOutput(ctx, append([]string{"env"}, names...)...)
	if err != nil {
		return nil // loading packages will say why
	}
	return strings.Split(strings.TrimSuffix(out, "\n"), "\n")
}

func (l *Loader) goOutput(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir, cmd.Env = l.Dir, l.environ()
	out, err := cmd.Output()
	return strings.ReplaceAll(string(out), "\r", ""), err
}

// maxNamed bounds how many modules are named.
const maxNamed = 3

// modules returns patterns for some modules of the workspace, in brackets, or nothing.
func (l *Loader) modules(ctx context.Context) string {
	out, err := l.goOutput(ctx, "list", "-m", "-f", "{{.Dir}}")
	if err != nil {
		return ""
	}
	var names []string
	for dir := range strings.Lines(out) {
		if rel, err := filepath.Rel(l.Dir, strings.TrimSpace(dir)); err == nil && filepath.IsLocal(rel) && rel != "." && len(names) < maxNamed {
			names = append(names, "./"+filepath.ToSlash(rel)+"/...")
		}
	}
	if names == nil {
		return ""
	}
	return " (" + strings.Join(names, " ") + ")"
}

// below returns the first folder below dir that has a file of such a name, at most three levels deep, as seen from l.Dir.
func (l *Loader) below(dir, name string) string {
	top := os.DirFS(filepath.Join(l.Dir, dir))
	for _, pattern := range []string{"*/", "*/*/", "*/*/*/"} {
		if names, err := fs.Glob(top, pattern+name); err == nil && len(names) > 0 {
			return path.Join(filepath.ToSlash(dir), path.Dir(names[0]))
		}
	}
	return ""
}
