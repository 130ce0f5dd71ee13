package report

import (
	"runtime/debug"
	"testing"
)

func TestDescribe(t *testing.T) {
	tests := []struct {
		info debug.BuildInfo
		want string
	}{
		{debug.BuildInfo{GoVersion: "go1.26.8"}, "transportlint (devel) go1.26.8"},
		{debug.BuildInfo{
			GoVersion: "go1.26.8",
			Main:      debug.Module{Version: "v0.1.0"},
			Settings:  []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.modified", Value: "false"}},
		}, "transportlint v0.1.0 go1.26.8 revision abc"},
		{debug.BuildInfo{
			GoVersion: "go1.26.8",
			Settings:  []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.modified", Value: "true"}},
		}, "transportlint (devel) go1.26.8 revision abc (modified)"},
	}
	for _, test := range tests {
		if got := describe(&test.info); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
