// Package paths relates the names of files to folders, and those of packages to modules.
package paths

import (
	"path/filepath"
	"strconv"
	"strings"
)

// Absolute returns file as seen from dir, an absolute path.
func Absolute(dir, file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(dir, file)
}

// Short returns file as seen from dir, or file itself if that is shorter or there is no way from there, as between two volumes.
func Short(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); err == nil && len(rel) < len(file) {
		return rel
	}
	return file
}

// Slashed returns file as seen from dir, with slashes. It stays absolute if there is no way from there.
func Slashed(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); err == nil {
		file = rel
	}
	return filepath.ToSlash(file)
}

// Below reports whether file is below dir. It looks at the names alone.
func Below(dir, file string) bool {
	return Contains(dir, file) && filepath.Clean(file) != filepath.Clean(dir)
}

// Contains reports whether file is dir or below it. It looks at the names alone.
func Contains(dir, file string) bool {
	rel, err := filepath.Rel(dir, file)
	return err == nil && filepath.IsLocal(rel)
}

// CutLine splits file:line. The line is 0 if there is none.
func CutLine(place string) (file string, line int) {
	i := strings.LastIndexByte(place, ':')
	line, _ = strconv.Atoi(place[i+1:])
	return place[:max(i, 0)], line
}
