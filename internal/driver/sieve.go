package driver

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/transportlint/transportlint/internal/gate"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
)

// maxNotes bounds how many things of one kind are told apart on stderr.
const maxNotes = 10

// A sieve leaves out the findings that are known already.
type sieve struct {
	opts     Options
	dir      string         // absolute, where packages are looked for
	base     *gate.Base     // nil without Options.NewFrom
	past     *past          // of base, once it is known, and nil without
	baseline *gate.Baseline // nil without Options.Baseline
}

// newSieve fails if it cannot tell what is known: then nothing may pass.
func newSieve(ctx context.Context, opts Options, l *load.Loader) (*sieve, error) {
	s := &sieve{opts: opts, dir: l.Dir}
	var err error
	if opts.NewFrom != "" {
		if slices.ContainsFunc(opts.Patterns, load.IsFile) {
			return nil, errors.New("-new-from compares packages; name packages in place of files")
		}
		if driver := load.Driver(); driver != "" {
			return nil, fmt.Errorf("-new-from works only with the go command, and GOPACKAGESDRIVER=%s replaces it; set GOPACKAGESDRIVER=off", driver)
		}
		if s.base, err = gate.FindBase(ctx, s.dir, opts.NewFrom, l.Machine(ctx)...); err != nil {
			return nil, fmt.Errorf("-new-from=%s: %w", opts.NewFrom, err)
		}
	}
	if opts.Baseline != "" {
		path := paths.Absolute(opts.WorkDir, opts.Baseline)
		s.baseline, err = gate.ReadBaseline(path)
		switch {
		case errors.Is(err, fs.ErrNotExist) && opts.WriteBaseline:
			s.baseline = gate.NewBaseline(path)
		case errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("-baseline: there is no %s; -write-baseline writes it", opts.Baseline)
		case err != nil:
			return nil, fmt.Errorf("-baseline: %w", err)
		}
	}
	return s, nil
}

// apply leaves out of r, the report about prog, what is known, or makes all of it known.
func (s *sieve) apply(ctx context.Context, r *result, prog *load.Program, status *progress) error {
	switch {
	case s.opts.WriteBaseline:
		if err := s.writeBaseline(r, prog); err != nil {
			r.problems = append(r.problems, problem{message: fmt.Sprintf("%s is not written: %v", s.opts.Baseline, err)})
		}
		return nil
	case s.base == nil && s.baseline == nil:
		return nil
	}
	if s.base != nil && s.past == nil {
		var err error
		if s.past, err = s.lookBack(ctx, r, prog, status); err != nil {
			return err
		}
	}
	fresh, old, listed, inBaseline := s.divide(r.findings)
	r.keep(fresh)
	if s.base != nil {
		r.known = append(r.known, fmt.Sprintf("%d at %s", old, s.base))
		if len(s.past.doubts) > 0 && len(r.findings) > 0 {
			r.notes = append(r.notes, s.past.doubts...)
		} else { // all of them are new, so something made them
			causes, err := s.causes(ctx, r, prog)
			if err != nil {
				return err
			}
			r.notes = append(r.notes, causes...)
		}
		if old > 0 {
			r.notes = append(r.notes, s.past.notes...)
		}
	}
	if s.baseline != nil {
		r.known = append(r.known, fmt.Sprintf("%d in %s", listed, s.opts.Baseline))
		if len(r.problems) == 0 {
			r.notes = append(r.notes, s.stale(inBaseline, prog)...)
		}
	}
	return nil
}

// divide divides the findings into those that are fresh, by their place, and the numbers of those that are old, at the base, and listed
// in the baseline. What is left of the baseline then is stale.
func (s *sieve) divide(findings []finding) (fresh map[place]bool, old, listed int, inBaseline *gate.Tally) {
	atBase := make(gate.Known).Tally()
	inBaseline = make(gate.Known).Tally()
	if s.base != nil {
		atBase = s.past.known.Tally()
	}
	if s.baseline != nil {
		inBaseline = s.baseline.Known().Tally()
	}
	// Of equal findings in one declaration, those are old whose lines are.
	inOrder := slices.Clone(findings)
	slices.SortStableFunc(inOrder, func(a, b finding) int { return cmp.Compare(s.past.rank(a), s.past.rank(b)) })
	// A field of a value is known to either, or it is new; a finding is new if any of its fields is.
	fresh = make(map[place]bool)
	for _, f := range inOrder {
		isOld, isKnown := true, true
		for _, key := range f.Keys() {
			was := !s.past.unknowable(f) && atBase.Has(key) || s.past.untouched(f)
			is := inBaseline.Has(key)
			isOld, isKnown = isOld && was, isKnown && (was || is)
		}
		switch {
		case isOld:
			old++
		case isKnown:
			listed++
		default:
			fresh[f.place] = true
		}
	}
	return fresh, old, listed, inBaseline
}
