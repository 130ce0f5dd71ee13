package load

import (
	"os"
	"os/exec"
	"slices"
	"strings"
)

// RefuseFlag, as the first argument, asks the command to do as [Refuse] does.
const RefuseFlag = "-refuse"

// refusal is what the go command hears in place of a compiler's errors.
const refusal = "transportlint: not compiled"

// Refuse stands in for a tool of the go command, as go build -toolexec has it, and returns an exit code. args are the tool and its
// arguments. Tools say which version they are, for the go command needs that to find things in its cache; whatever else they are
// asked for, they fail. So go list -export tells what is in the cache and compiles nothing.
func Refuse(args []string) int {
	if slices.Contains(args, "-V=full") || slices.Contains(args, "-###") { // the latter is for C compilers
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
		if cmd.Run() == nil {
			return 0
		}
		return 1
	}
	os.Stderr.WriteString(refusal + "\n")
	return 1
}

// refusing returns the flag for go list under which executable refuses.
func refusing(executable string) string {
	quote := "'"
	if strings.Contains(executable, quote) {
		quote = `"`
	}
	return "-toolexec=" + quote + executable + quote + " " + RefuseFlag
}

// refused reports whether an error of go list is but the echo of a refusal.
func refused(message string) bool { return strings.Contains(message, refusal) }
