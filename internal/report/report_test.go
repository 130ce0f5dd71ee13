package report

import (
	"bytes"
	"strings"
	"testing"
)

// What a stack holds is no command to the runner that reads the log.
func TestStackInLog(t *testing.T) {
	var b bytes.Buffer
	r := Report{Problems: []Problem{{Message: "boom", Stack: []byte("main.f(0x1)\n \t::error::x\n")}}}
	r.WriteProblems(&b)
	if got := b.String(); strings.Contains(got, "\t::") || !strings.Contains(got, "main.f(0x1)\n") {
		t.Errorf("got %q", got)
	}
}
