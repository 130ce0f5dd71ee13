package analyzer

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/transportlint/transportlint/internal/bound"
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/leak"
)

// The message of a finding is a contract: other programs may read the fields from it where they do not get them as data.
//
//	<rule>: <type> does not set <field> (<reason>), <field> (<reason>) and <field> (<reason>); <remedy>
//
// The remedy is left out where it is to set the fields. Where the value is in another package, its place ends the message
// in place of a remedy, as in "at api/client.go:12".

// unsetMessage says that fields of a value of type t are not set.
func unsetMessage(f *Finding, t *catalog.Type, fields []*catalog.Field) {
	for _, field := range fields {
		f.Fields = append(f.Fields, Field{field.Name, field.Effect})
	}
	isSet := func(name string) bool {
		return !slices.ContainsFunc(fields, func(f *catalog.Field) bool { return f.Name == name })
	}
	if rule := catalog.FindRule(t.Rule); !slices.ContainsFunc(rule.NoneOf, isSet) {
		f.Remedy = rule.Remedy
	}
	if !slices.ContainsFunc(fields, func(f *catalog.Field) bool { return !f.Strict }) {
		f.Level = catalog.Note
	}
	f.compose("does not set ", "")
}

// lambdaMessage says what happens to the client that is found.
func lambdaMessage(f *Finding, found lambda.Finding, maxIdle time.Duration) {
	rule := catalog.FindRule(f.Category)
	f.Fields = []Field{{"IdleConnTimeout", rule.Effect}}
	if found.Idle == 0 {
		f.Help = rule.Help
	}
	if f.Remedy = rule.Remedy; f.Transport != (Place{}) {
		f.Remedy = "set it in " + f.Transport.String()
	}
	switch {
	case f.Category == lambda.Leak:
		f.compose("is created on every invocation and does not set ", "")
	case f.Category == lambda.Default:
		f.compose("outlives the invocation on http.DefaultTransport's 90s ", "")
	case found.Idle > 0:
		f.Fields[0].Reason = "the settings allow at most " + seconds(maxIdle)
		f.compose("outlives the invocation and sets ", " to "+seconds(time.Duration(found.Idle)))
	default:
		if f.At != (Place{}) && f.Transport != (Place{}) { // there is no room for the remedy, which would name it
			f.Fields[0].Reason += ", transport at " + path.Base(f.Transport.String())
		}
		f.compose("outlives the invocation and does not set ", "")
	}
}

// poolMessage says what a pool of database connections lacks.
func (c *config) poolMessage(f *Finding) {
	for _, t := range c.pools {
		if path.Base(t.Package)+"."+t.Name == f.Type {
			for _, field := range t.Fields {
				f.Fields = append(f.Fields, Field{field.Name, field.Effect})
			}
		}
	}
	if i := slices.IndexFunc(c.openings, func(o catalog.Opening) bool { return path.Base(o.In)+"."+o.Type == f.Type }); i >= 0 {
		f.Fields = append(f.Fields, Field{c.openings[i].Field, c.openings[i].Effect})
	}
	f.compose("outlives the invocation and does not set ", "")
}

// leakMessage says that the transport that is found is created on every call, and how long that leaves connections.
func leakMessage(f *Finding, found leak.Finding) {
	rule := catalog.FindRule(f.Category)
	f.Fields, f.Remedy = []Field{{"IdleConnTimeout", rule.Effect}}, rule.Remedy
	if found.Idle > 0 {
		f.Fields[0].Reason = fmt.Sprintf("its connections stay for %gs", found.Idle.Seconds())
	}
	says := "does not set "
	switch {
	case found.Explicit && found.Idle == 0:
		says = "sets no "
	case found.Explicit:
		says = "sets a long "
	}
	f.Type = "http.Transport"
	subject := f.Type
	if found.Own {
		subject = "a clone of an http.Transport"
	} else if found.Site == nil {
		f.Type, subject = "http.DefaultTransport", "a clone of http.DefaultTransport"
	}
	f.composeAbout(subject, "is created on every call and "+says, "")
}

// boundMessage says which bound a value is out of.
func boundMessage(f *Finding, found bound.Finding) {
	b, than := found.Bound, "at most "
	if b.Op == bound.AtLeast {
		than = "at least "
	}
	reason := "the settings allow " + than + b.Text
	if b.Other != "" {
		reason = "the settings allow " + than + b.Other
	}
	f.Fields = []Field{{b.Field, reason}}
	value := fmt.Sprint(found.Value)
	if found.Duration {
		value = seconds(time.Duration(found.Value))
	}
	if found.Unset {
		f.compose("does not set ", "")
	} else {
		f.compose("sets ", " to "+value)
	}
}

// compose makes the message of what stands before and behind the names of the fields.
func (f *Finding) compose(before, behind string) { f.composeAbout(f.Type, before, behind) }

// composeAbout is like compose for a finding about more than what its type says.
func (f *Finding) composeAbout(subject, before, behind string) {
	var fields []string
	for _, field := range f.Fields {
		fields = append(fields, field.Name+behind+" ("+field.Reason+")")
	}
	f.Says = subject + " " + before + f.Fields[0].Name + behind
	if len(fields) > 1 {
		f.Says = fmt.Sprintf("%s %s%d fields%s", subject, before, len(fields), behind)
	}
	f.Message = f.Category + ": " + subject + " " + before + enumerate(fields)
	switch {
	case f.At != Place{}:
		f.Message += " at " + f.At.String()
	case f.Remedy != "":
		f.Message += "; " + f.Remedy
	}
}

// enumerate joins names as in "A, B and C".
func enumerate(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
