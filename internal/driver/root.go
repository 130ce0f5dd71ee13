package driver

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// A sourceRoot is the folder that paths are relative to where they are for other programs.
type sourceRoot string

// findRoot returns the top folder of the checkout that dir, an absolute path, is in. It is the workspace of GitHub Actions if
// that is a checkout around dir, which may itself be in a submodule. Without a checkout it is the workspace around dir, or dir.
func findRoot(dir string) sourceRoot {
	workspace := os.Getenv("GITHUB_WORKSPACE")
	around := workspace != "" && isLocal(workspace, dir)
	if around && isCheckout(workspace) {
		return sourceRoot(workspace)
	}
	for d := dir; ; d = filepath.Dir(d) {
		if isCheckout(d) {
			return sourceRoot(d)
		}
		if d == filepath.Dir(d) {
			break
		}
	}
	if around {
		return sourceRoot(workspace)
	}
	return sourceRoot(dir)
}

func isCheckout(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}

// isLocal reports whether file is dir or in it.
func isLocal(dir, file string) bool {
	rel, err := filepath.Rel(dir, file)
	return err == nil && filepath.IsLocal(rel)
}

// rel returns file, an absolute path, as seen from the root, with slashes. It is absolute still if there is no way, as between
// two volumes.
func (root sourceRoot) rel(file string) string {
	if rel, err := filepath.Rel(string(root), file); err == nil {
		file = rel
	}
	return filepath.ToSlash(file)
}

// uri returns a reference to file, and whether it is relative to the root.
func (root sourceRoot) uri(file string) (ref string, relative bool) {
	path := root.rel(file)
	if filepath.IsAbs(filepath.FromSlash(path)) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(path, "/")}).String(), false
	}
	ref = (&url.URL{Path: path}).EscapedPath()
	return strings.ReplaceAll(ref, ":", "%3A"), true // before a colon stands a scheme
}
