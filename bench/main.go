// The bench command measures what transportlint costs next to a linter that does nothing.
//
//	go run ./bench [-n runs] [-C dir] [packages]
//
// It builds both, lets each fill the build cache once, runs them in turn, and prints the medians of CPU time and peak memory
// with the ratios pair by pair, which hold on a noisy machine where absolute times do not. CPU time includes the go command's.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/transportlint/transportlint/internal/proc"
)

func main() {
	runs := flag.Int("n", 5, "`runs` to count of each command")
	dir := flag.String("C", ".", "run in `dir`")
	flag.Parse()
	patterns := flag.Args()
	if len(patterns) == 0 {
		patterns = []string{"std"}
	}
	if err := bench(os.Stdout, *runs, *dir, patterns); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// A cost is what one run of a command took.
type cost struct {
	cpu    time.Duration
	memory int64 // peak resident bytes of the largest process, 0 where the system does not say
}

func bench(w io.Writer, runs int, dir string, patterns []string) error {
	tmp, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	noop, err := build(tmp, "noop", "github.com/transportlint/transportlint/bench/noop")
	if err != nil {
		return err
	}
	lint, err := build(tmp, "transportlint", "github.com/transportlint/transportlint/cmd/transportlint")
	if err != nil {
		return err
	}
	commands := [2][]string{
		append([]string{lint}, patterns...),
		append([]string{noop, "-test=false"}, patterns...), // transportlint leaves out tests, too
	}

	var costs [2][]cost
	for i := range runs + 1 {
		for c, args := range commands {
			x, err := measure(dir, args)
			if err != nil {
				return err
			}
			if i > 0 { // the first run warms the caches
				costs[c] = append(costs[c], x)
			}
		}
	}

	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "%s %s/%s, %d CPUs, medians of %d runs over %v\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runs, patterns)
	fmt.Fprintln(tw, "\tCPU s\tpeak MB\t")
	for c, name := range []string{"transportlint", "noop"} {
		fmt.Fprintf(tw, "%s\t%.2f\t%.0f\t\n", name,
			median(costs[c], func(x cost) float64 { return x.cpu.Seconds() }),
			median(costs[c], func(x cost) float64 { return float64(x.memory) / 1e6 }))
	}
	fmt.Fprintf(tw, "ratio\t%.2f\t%.2f\t\n",
		medianRatio(costs[0], costs[1], func(x cost) float64 { return x.cpu.Seconds() }),
		medianRatio(costs[0], costs[1], func(x cost) float64 { return float64(x.memory) }))
	return tw.Flush()
}

func build(dir, name, pkg string) (string, error) {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	path := filepath.Join(dir, name)
	if out, err := exec.Command("go", "build", "-o", path, pkg).CombinedOutput(); err != nil {
		return "", fmt.Errorf("building %s: %w\n%s", pkg, err, out)
	}
	return path, nil
}

// measure runs a linter. That it has findings is no error.
func measure(dir string, args []string) (cost, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	state := cmd.ProcessState
	if state == nil {
		return cost{}, err
	}
	if code := state.ExitCode(); code != 0 && code != 1 && code != 3 {
		return cost{}, fmt.Errorf("%s in %s: exit %d\n%s", filepath.Base(args[0]), dir, code, out)
	}
	return cost{state.UserTime() + state.SystemTime(), proc.PeakMemory(state)}, nil
}

func median(costs []cost, of func(cost) float64) float64 {
	var xs []float64
	for _, c := range costs {
		xs = append(xs, of(c))
	}
	slices.Sort(xs)
	return xs[len(xs)/2]
}

func medianRatio(a, b []cost, of func(cost) float64) float64 {
	var xs []float64
	for i := range a {
		xs = append(xs, of(a[i])/of(b[i]))
	}
	slices.Sort(xs)
	return xs[len(xs)/2]
}
