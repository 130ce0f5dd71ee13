package main

import (
	"os"
	"runtime"
	"strings"

	"golang.org/x/term"

	"github.com/transportlint/transportlint/internal/report"
)

// terminal returns what is known of the terminal that f is, or nil.
func terminal(f *os.File) *report.Terminal {
	fd := int(f.Fd())
	if !term.IsTerminal(fd) {
		return nil
	}
	t := &report.Terminal{Color: wantsColor(os.Getenv), Unicode: showsUnicode(os.Getenv)}
	if width, _, err := term.GetSize(fd); err == nil {
		t.Width = width
	}
	return t
}

// wantsColor reports whether the user's terminal understands escapes and the user has not declined them.
// See https://no-color.org.
func wantsColor(getenv func(string) string) bool {
	if getenv("NO_COLOR") != "" {
		return false
	}
	if runtime.GOOS == "windows" && getenv("TERM") == "" {
		return getenv("WT_SESSION") != "" // the old console prints escapes as they are
	}
	return getenv("TERM") != "dumb"
}

// showsUnicode reports whether the user's locale has more than ASCII.
func showsUnicode(getenv func(string) string) bool {
	if runtime.GOOS == "windows" {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := strings.ToLower(getenv(name)); value != "" {
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return runtime.GOOS == "darwin" // whose terminals show it without being asked
}
