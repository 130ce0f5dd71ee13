package report

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/transportlint/transportlint/internal/paths"
)

// A Root is the folder that paths are relative to where they are for other programs.
type Root string

// FindRoot returns the top folder of the checkout that dir, an absolute path, is in. It is the workspace of GitHub Actions if
// that is a checkout around dir, which may itself be in a submodule. Without a checkout it is the workspace around dir, or dir.
func FindRoot(dir string) Root {
	workspace := os.Getenv("GITHUB_WORKSPACE")
	around := workspace != "" && paths.Contains(workspace, dir)
	if around && isCheckout(workspace) {
		return Root(workspace)
	}
	for d := dir; ; d = filepath.Dir(d) {
		if isCheckout(d) {
			return Root(d)
		}
		if d == filepath.Dir(d) {
			break
		}
	}
	if around {
		return Root(workspace)
	}
	return Root(dir)
}

func isCheckout(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}

// uri returns a reference to file, and whether it is relative to the root.
func (root Root) uri(file string) (ref string, relative bool) {
	path := paths.Slashed(string(root), file)
	if filepath.IsAbs(filepath.FromSlash(path)) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(path, "/")}).String(), false
	}
	ref = (&url.URL{Path: path}).EscapedPath()
	return strings.ReplaceAll(ref, ":", "%3A"), true // before a colon stands a scheme
}
