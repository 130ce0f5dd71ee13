package paths

import "strings"

// SameModule reports whether place, an import path with a file, belongs to the module that the package at path belongs to.
// Findings elsewhere are nothing that this module can fix.
func SameModule(place, module, path string) bool {
	if module != "" {
		return strings.HasPrefix(place, module+"/")
	}
	return strings.HasPrefix(place, repository(path)+"/")
}

// InRepository returns where in its repository the package at path is, a path with slashes, empty for the root. A repository may have
// modules in its folders, and module is the one that the package belongs to, empty if that is not known.
func InRepository(module, path string) string {
	root := repository(path)
	if module != "" && !strings.HasPrefix(module, root+"/") {
		root = module
	}
	return strings.TrimPrefix(strings.TrimPrefix(path, root), "/")
}

// repository guesses the repository of an import path: host, owner and name.
func repository(path string) string {
	parts := strings.Split(path, "/")
	n := 1
	if strings.Contains(parts[0], ".") {
		n = 3
	}
	return strings.Join(parts[:min(n, len(parts))], "/")
}
