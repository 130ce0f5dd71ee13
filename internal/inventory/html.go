package inventory

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the parts of the page
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/transportlint/transportlint/internal/escape"
)

// HTMLOptions say what a page is called and where it links to.
type HTMLOptions struct {
	// Title is the heading. If it is empty, it is made of the packages.
	Title string
	// SourceURL is where a line of a file can be read, with {file} and {line} in place of these, such as
	// https://github.com/o/r/blob/main/{file}#L{line}. If it is empty, places are no links.
	SourceURL string
	// RulesURL is the page that explains the rules, each at the anchor of its name. If it is empty, rules are no links.
	RulesURL string
}

var (
	//go:embed page/page.html
	pageHTML string
	//go:embed page/page.css
	pageCSS string
	//go:embed page/page.js
	pageJS string
)

// WriteHTML writes the inventory as a page that needs nothing but itself. It can be filtered and sorted where scripts run, and is a
// plain list where they do not.
//
// What the inventory says comes from code that nobody may have looked at, so none of it is trusted: it is text to the page, and a
// policy allows the page its own style and script, and nothing else.
func (inv *Inventory) WriteHTML(w io.Writer, o HTMLOptions) error {
	source, err := parseSourceURL(o.SourceURL)
	if err != nil {
		return fmt.Errorf("URL of the source: %w", err)
	}
	if o.RulesURL != "" {
		if err := checkURL(o.RulesURL); err != nil {
			return fmt.Errorf("URL of the rules: %w", err)
		}
	}
	t, err := template.New("page").Funcs(template.FuncMap{"pieces": pieces}).Parse(pageHTML)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, newPage(inv, o, source)); err != nil {
		return err
	}
	// The log of a build server may get the page, and takes ##[command] for what it says. The template itself has no ##.
	_, err = w.Write(bytes.ReplaceAll(b.Bytes(), []byte("##"), []byte("#&#35;")))
	return err
}

// pieces returns the parts of a name or an expression between which a line may break.
func pieces(s string) []string {
	var list []string
	start, last := 0, rune(0)
	for i, r := range s {
		if last == '/' || (last == '.' || unicode.IsLower(last)) && unicode.IsUpper(r) {
			list = append(list, s[start:i])
			start = i
		}
		last = r
	}
	return append(list, s[start:])
}

// A page is what the template shows: text, except for the style and the script, which are ours.
type page struct {
	Title, Policy, RulesURL string
	Style                   template.CSS
	Script                  template.JS
	Summary                 string
	Packages, Types, Rules  []string
	Lifetimes               []choice
	Legend                  []legend
	Overview                []pageTally // shown if Requests are too many to count at a glance
	Requests                int         // how many entries send requests
	Entries                 []pageEntry
}

// A pageTally says of how many entries a phase is of each kind.
type pageTally struct {
	Name  PhaseName
	Label string
	Kinds []pageCount
}

type pageCount struct {
	Kind  string
	Count int
	Text  string
}

// A choice is one of those of a filter.
type choice struct{ Value, Text string }

// A legend explains what a kind of phase looks like.
type legend struct{ Kind, Sample, Text string }

type pageEntry struct {
	Anchor, Name, Type, Package string
	Lifetime                    choice
	Order                       int // of the lifetime among lifetimes
	Place                       pagePlace
	Users                       []string
	Uses, UsedBy                []pageRef
	Rules                       []pageRef

	// Unlimited is how many phases nothing limits, or how many fields of a value without phases. Covered is how many phases only the
	// total limits.
	Unlimited, Covered int

	Phases []pagePhase
	Limits []pageBound // own fields, and those of the phases
}

// Alone reports whether no drawing shows the limits of an entry, neither its own nor that of what uses it.
func (e pageEntry) Alone() bool { return len(e.Phases) == 0 && len(e.UsedBy) == 0 }

// A pageRef is text with a link, unless URL is empty.
type pageRef struct{ Text, URL string }

// A pagePlace is a place with a link to its source, unless URL is empty.
type pagePlace struct{ Text, URL string }

// lifetimes begin with the longest.
var lifetimes = []choice{
	{string(Program), "made once"},
	{string(Outlives), "outlives the Lambda invocation"},
	{string(Caller), "kept by the caller"},
	{string(PerCall), "made on each call"},
	{string(Invocation), "made on each Lambda invocation"},
}

func newPage(inv *Inventory, o HTMLOptions, source sourceURL) *page {
	b := &pageBuilder{rules: o.RulesURL, source: source, entries: make(map[string]*Entry), usedBy: make(map[string][]*Entry)}
	for i := range inv.Entries {
		e := &inv.Entries[i]
		b.entries[e.ID] = e
		for _, id := range e.Uses {
			b.usedBy[id] = append(b.usedBy[id], e)
		}
	}
	p := &page{
		Title:    escape.Label(o.Title),
		Policy:   "default-src 'none'; style-src " + hash(pageCSS) + "; script-src " + hash(pageJS) + "; img-src data:; base-uri 'none'; form-action 'none'",
		RulesURL: o.RulesURL,
		Style:    template.CSS(pageCSS),
		Script:   template.JS(pageJS),
		Legend: []legend{
			{bounded, "30s", "has a limit of its own"},
			{covered, "only the total", "limited by nothing but the total"},
			{unlimited, NoLimit, "can last forever"},
			{unknown, "unknown", "cannot be told, for the reason given"},
			{moot, "does not occur", "or does not matter"},
		},
	}
	for i := range inv.Entries {
		p.Entries = append(p.Entries, b.entry(&inv.Entries[i]))
	}
	p.Overview, p.Requests = overview(p.Entries)
	p.describe()
	return p
}

// describe sets what is said above the entries, and what there is to choose from.
func (p *page) describe() {
	packages, types, seen, rules := make(map[string]bool), make(map[string]bool), make(map[string]bool), make(map[string]bool)
	open := 0
	for _, e := range p.Entries {
		packages[e.Package], types[e.Type], seen[e.Lifetime.Value] = true, true, true
		for _, rule := range e.Rules {
			rules[rule.Text] = true
		}
		if e.Unlimited > 0 {
			open++
		}
	}
	p.Packages, p.Types, p.Rules = sorted(packages), sorted(types), sorted(rules)
	for _, l := range lifetimes {
		if seen[l.Value] {
			p.Lifetimes = append(p.Lifetimes, l)
		}
	}
	if p.Title == "" {
		p.Title = "Network clients"
		if root := common(p.Packages); root != "" {
			p.Title += " of " + root
		}
	}
	p.Summary = fmt.Sprintf("%s in %s. %s.",
		count(len(p.Entries), "value", "values"), count(len(packages), "package", "packages"), count(open, "lacks a limit", "lack a limit"))
}

// common returns the longest import path that all packages, which are sorted, have in front.
func common(packages []string) string {
	if len(packages) == 0 {
		return ""
	}
	first, last := packages[0], packages[len(packages)-1]
	for first != last && !strings.HasPrefix(last, first+"/") {
		first = first[:max(0, strings.LastIndexByte(first, '/'))]
		if first == "" {
			return ""
		}
	}
	return first
}

// overview counts the kinds of each phase, and the entries that have phases.
func overview(entries []pageEntry) (list []pageTally, requests int) {
	counts := make(map[PhaseName]map[string]int)
	for _, e := range entries {
		if len(e.Phases) > 0 {
			requests++
		}
		for _, p := range e.Phases {
			if counts[p.Name] == nil {
				counts[p.Name] = make(map[string]int)
			}
			counts[p.Name][p.Kind]++
		}
	}
	for _, name := range []PhaseName{Total, Connect, TLS, Send, Wait, Body, Idle} {
		tally := pageTally{Name: name, Label: labels[name]}
		for _, k := range []choice{{unlimited, NoLimit}, {covered, "only the total"}, {unknown, "unknown"}, {bounded, "limited"}, {moot, "moot"}} {
			if n := counts[name][k.Value]; n > 0 {
				tally.Kinds = append(tally.Kinds, pageCount{k.Value, n, k.Text})
			}
		}
		list = append(list, tally)
	}
	return list, requests
}

func count(n int, one, several string) string {
	switch n {
	case 0:
		return "None " + one
	case 1:
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + several
}

func sorted(set map[string]bool) []string {
	var list []string
	for s := range set {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}

// hash returns the source expression of a policy that allows exactly text.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// A pageBuilder makes pageEntries of entries.
type pageBuilder struct {
	rules   string
	source  sourceURL
	entries map[string]*Entry
	usedBy  map[string][]*Entry
}

func (b *pageBuilder) entry(e *Entry) pageEntry {
	shown := pageEntry{
		Anchor:   anchor(e.ID),
		Name:     escape.Label(name(e)),
		Type:     escape.Label(e.Type),
		Package:  escape.Label(e.Package),
		Lifetime: choice{escape.Label(string(e.Lifetime)), escape.Label(string(e.Lifetime))},
		Order:    len(lifetimes),
		Place:    b.place(&e.Place),
	}
	for i, l := range lifetimes {
		if l.Value == string(e.Lifetime) {
			shown.Lifetime, shown.Order = l, i
		}
	}
	for _, user := range e.Users {
		shown.Users = append(shown.Users, escape.Label(user))
	}
	for _, id := range e.Uses {
		if used, ok := b.entries[id]; ok {
			shown.Uses = append(shown.Uses, refer(used))
		}
	}
	for _, user := range b.usedBy[e.ID] {
		shown.UsedBy = append(shown.UsedBy, refer(user))
	}
	for _, rule := range e.Rules {
		ref := pageRef{Text: escape.Label(rule)}
		if b.rules != "" {
			ref.URL = b.rules + "#" + escapeURL(rule)
		}
		shown.Rules = append(shown.Rules, ref)
	}
	for _, phase := range b.phases(e) {
		switch {
		case phase.Name == Total:
		case phase.Kind == unlimited:
			shown.Unlimited++
		case phase.Kind == covered:
			shown.Covered++
		}
		shown.Phases = append(shown.Phases, phase)
	}
	for _, l := range e.Limits {
		if len(e.Phases) == 0 && ownPhase(e.Type, l.Field) != "" && l.mayBeNone() {
			shown.Unlimited++
		}
	}
	shown.Limits = b.limits(e)
	return shown
}

// limits returns the fields of an entry, and what else limits its phases.
func (b *pageBuilder) limits(e *Entry) []pageBound {
	type field struct{ id, name string }
	listed := make(map[field]bool)
	var list []pageBound
	add := func(l Bound) {
		if key := (field{l.Entry, l.Field}); !listed[key] {
			listed[key] = true
			list = append(list, b.bound(l))
		}
	}
	for _, l := range e.Limits {
		add(Bound{e.ID, l})
	}
	for _, phase := range e.Phases {
		for _, l := range phase.Limits {
			if l.Entry != "" || !listed[field{e.ID, l.Field}] { // otherwise it is inherited, as the entry's own says
				add(l)
			}
		}
	}
	return list
}

// name returns what people call the entry.
func name(e *Entry) string {
	if e.Owner != "" {
		return e.Owner
	}
	return e.Type
}

func refer(e *Entry) pageRef {
	text := e.Type
	if e.Owner != "" {
		text = e.Owner + " (" + e.Type + ")"
	}
	return pageRef{Text: escape.Label(text), URL: "#" + anchor(e.ID)}
}

func (b *pageBuilder) place(p *Place) pagePlace {
	if p == nil {
		return pagePlace{}
	}
	text := escape.Label(p.File) + ":" + strconv.Itoa(p.Line)
	if p.Column > 0 {
		text += ":" + strconv.Itoa(p.Column)
	}
	return pagePlace{text, b.source.of(*p)}
}
