package main

import (
	"os"
	"runtime"
)

// isTerminal reports whether f is a terminal, or at least no file or pipe.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// wantsColor reports whether the user's terminal understands escapes and the user has not declined them.
// See https://no-color.org.
func wantsColor() bool {
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	if runtime.GOOS == "windows" && os.Getenv("TERM") == "" {
		return os.Getenv("WT_SESSION") != "" // the old console prints escapes as they are
	}
	return os.Getenv("TERM") != "dumb"
}
