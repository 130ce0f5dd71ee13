package analyzer

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/suggest"
)

// UnmarshalJSON fills s from an object whose keys are the names of the flags. Unlike package json by itself, it refuses keys that
// are not names of settings, and its error names every key and value that is wrong, in words for somebody who has written a configuration file.
func (s *Settings) UnmarshalJSON(text []byte) error {
	var values map[string]json.RawMessage
	if err := json.Unmarshal(text, &values); err != nil {
		return fmt.Errorf("settings: %w", describe(err))
	}
	var names []string
	known := s.Flags()
	known.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })

	type fields Settings // without this method
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if known.Lookup(name) == nil {
			errs = append(errs, fmt.Errorf("no setting %q%s; the settings are %s", name, suggest.DidYouMean(name, names), strings.Join(names, ", ")))
			continue
		}
		if err := json.Unmarshal(fmt.Appendf(nil, "{%q: %s}", name, values[name]), (*fields)(s)); err != nil {
			errs = append(errs, fmt.Errorf("setting %s: %w", name, describe(err)))
		}
	}
	return errors.Join(errs...)
}

// describe says what package json says about a value of the wrong type, without the names of Go types.
func describe(err error) error {
	wrong, ok := errors.AsType[*json.UnmarshalTypeError](err)
	if !ok {
		return err
	}
	want := "text"
	switch {
	case wrong.Type == reflect.TypeFor[Duration]():
		want = "a duration such as 60s"
	case wrong.Type.Kind() == reflect.Slice:
		want = "a list"
	case wrong.Type.Kind() == reflect.Map:
		want = "names with values"
	case wrong.Type.Kind() == reflect.Bool:
		want = "true or false"
	}
	return fmt.Errorf("want %s, not a value of type %s", want, wrong.Value)
}
