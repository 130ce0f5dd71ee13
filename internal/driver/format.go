package driver

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// A Format says in what form findings are written.
type Format string

const (
	Text   Format = "text"   // a line for each, as compilers do
	JSON   Format = "json"   // what go vet -json and the drivers of go/analysis write, in one object
	SARIF  Format = "sarif"  // a SARIF 2.1.0 log
	GitHub Format = "github" // workflow commands that annotate the code, and a step summary
)

// ParseFormats splits a comma-separated list of formats, and reports what is accepted if there is something else in it.
func ParseFormats(list string) ([]Format, error) {
	var formats []Format
	for name := range strings.SplitSeq(list, ",") {
		if !slices.Contains([]Format{Text, JSON, SARIF, GitHub}, Format(name)) {
			return nil, fmt.Errorf("accepted are %s, %s, %s and %s", Text, JSON, SARIF, GitHub)
		}
		formats = append(formats, Format(name))
	}
	return formats, nil
}

// write writes the report to where opts says. What cannot be written to one place is written to the other nevertheless.
func (r *report) write(opts Options) error {
	var err error
	if !opts.Diff { // then only what changes goes to Stdout
		err = r.writeAs(opts.Format, opts.Stdout, opts)
	}
	if opts.File == "" {
		return err
	}
	var b bytes.Buffer
	inFile := r.writeAs(opts.FileFormat, &b, opts)
	if inFile == nil {
		inFile = replaceFile(absolute(opts.WorkDir, opts.File), b.Bytes())
	}
	if inFile != nil {
		inFile = fmt.Errorf("%s: %w", opts.File, inFile)
	}
	return errors.Join(err, inFile)
}

func (r *report) writeAs(format Format, w io.Writer, opts Options) error {
	switch format {
	case JSON:
		return r.writeJSON(w, opts)
	case SARIF:
		return r.writeSARIF(w, opts)
	case GitHub:
		return r.writeGitHub(w, opts)
	}
	return r.writeText(w, opts)
}

// absolute returns file as seen from dir.
func absolute(dir, file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(dir, file)
}
