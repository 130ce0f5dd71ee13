package driver

// printJSON writes what `go vet -json` and the drivers of go/analysis write, in one object.
func (r *report) printJSON(opts Options) error { return r.graph.PrintJSON(opts.Stdout) }
