package report

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// Version describes the running binary in one line: the module's version, the Go version that compiled it, and the
// revision it was built from where the build knew it.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "transportlint (unknown version) " + runtime.Version()
	}
	return describe(info)
}

// semanticVersion returns the module's version alone, in the form of semver.org.
func semanticVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		if version, ok := strings.CutPrefix(info.Main.Version, "v"); ok {
			return version
		}
	}
	return "0.0.0-devel"
}

func describe(info *debug.BuildInfo) string {
	settings := make(map[string]string)
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	line := fmt.Sprintf("transportlint %s %s", cmp.Or(info.Main.Version, "(devel)"), info.GoVersion)
	if revision := settings["vcs.revision"]; revision != "" {
		line += " revision " + revision
		if settings["vcs.modified"] == "true" {
			line += " (modified)"
		}
	}
	return line
}
