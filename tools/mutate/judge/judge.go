// Package judge runs mutants of an analyzer, which are part of the program, over packages with `// want` comments.
package judge

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/transportlint/transportlint/internal/suite"
	"github.com/transportlint/transportlint/tools/mutate/mutant"
)

// What [Main] prints: that mutants can come, and a verdict on each. Behind Slower and a space is how much.
const (
	Ready   = "ready"
	Noticed = "noticed"
	Missed  = "missed"
	Idle    = "idle"   // the condition has that value in all tests
	Slower  = "slower" // nothing notices, but more is done
)

// Main reads mutants from the standard input, and judges them. The program ends at one that does not end: then
// whoever started it goes on with the next.
func Main(suites func() ([]suite.Suite, error)) {
	timeout := flag.Duration("timeout", time.Minute, "end the program at a mutant that takes longer")
	flag.Parse()
	list, err := suites()
	if err == nil {
		err = run(list, *timeout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(suites []suite.Suite, timeout time.Duration) error {
	courts, err := convene(suites)
	if err != nil {
		return err
	}
	fmt.Println(Ready)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if mutant.On, err = strconv.Atoi(lines.Text()); err != nil {
			return err
		}
		late := time.AfterFunc(timeout, func() { os.Exit(3) })
		verdict := Idle
		var w work
		for _, c := range courts {
			if v := c.judge(mutant.On, &w); v != Idle {
				verdict = v
			}
			if verdict == Noticed {
				break
			}
		}
		late.Stop()
		if more := w.more(); verdict == Missed && more >= 0.001 {
			verdict = fmt.Sprintf("%s %.1f%%", Slower, 100*more)
		}
		fmt.Println(verdict)
	}
	return lines.Err()
}
