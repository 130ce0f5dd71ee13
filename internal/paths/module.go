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

// InModule returns where in its module the package at path is, a path with slashes, empty for the module's root.
func InModule(module, path string) string {
	if module == "" {
		module = repository(path)
	}
	return strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
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
