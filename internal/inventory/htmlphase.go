package inventory

import (
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/escape"
)

// A pagePhase is a phase as it is drawn.
type pagePhase struct {
	Name  PhaseName
	Label string
	Kind  string // bounded, covered, unlimited, unknown or moot
	Text  string // instead of bounds: what there is to say of the phase
	Note  string // below Text or the bounds

	Bounds []pageBound
}

// A pageBound is a limit in words.
type pageBound struct {
	Field string // with its type, unless that is no entry's
	Kind  string // unlimited, unknown, moot or expression; empty for a value
	Value string
	Note  string
	Place pagePlace
}

// The kinds of phases and limits: classes of the style sheet.
const (
	bounded   = "bounded"
	covered   = "covered" // by the total alone
	unlimited = "unlimited"
	unknown   = "unknown"
	moot      = "moot"

	expression = "expression"
)

// labels are the names of phases to people.
var labels = map[PhaseName]string{
	Total: "Total", Connect: "Connect", TLS: "TLS handshake", Send: "Send request", Wait: "Wait for headers", Body: "Read body", Idle: "Idle in pool",
}

// phases returns the phases of an entry in the order in which they are drawn.
func (b *pageBuilder) phases(e *Entry) []pagePhase {
	var total []Bound
	if i := slices.IndexFunc(e.Phases, func(p Phase) bool { return p.Name == Total }); i >= 0 {
		total = e.Phases[i].Limits
	}
	isTotal := func(l Bound) bool {
		return slices.ContainsFunc(total, func(t Bound) bool { return t.Entry == l.Entry && t.Field == l.Field })
	}
	var list []pagePhase
	for _, p := range e.Phases {
		shown := b.phase(p.Name, p.Limits, p.Moot)
		if p.Name != Total && slices.ContainsFunc(p.Limits, isTotal) {
			own := b.phase(p.Name, slices.DeleteFunc(slices.Clone(p.Limits), isTotal), "")
			if own.Kind == unlimited || own.Kind == moot {
				shown = own.under(shown)
			} else {
				shown = own
			}
		}
		if shown.Kind == unlimited && (p.Name == Connect || p.Name == TLS) && len(total) > 0 {
			shown.Note = "goes on after the total"
		}
		list = append(list, shown)
	}
	return list
}

// under returns p, a phase without limit of its own, as it is together with the total.
func (p pagePhase) under(together pagePhase) pagePhase {
	note := ""
	switch {
	case together.Kind == bounded:
		p.Kind = covered
	case together.Kind == unknown:
		p.Kind, note = unknown, "which is unknown"
	case len(together.Bounds) > len(p.Bounds):
		note = "which may be no limit"
	default:
		return p
	}
	p.Note = note
	if len(p.Bounds) == 0 {
		p.Text = "only the total"
	}
	return p
}

// phase returns a phase that has these limits.
func (b *pageBuilder) phase(name PhaseName, limits []Bound, whyMoot string) pagePhase {
	shown := pagePhase{Name: PhaseName(escape.Label(string(name))), Label: labels[name]}
	if shown.Label == "" {
		shown.Label = escape.Label(string(name))
	}
	if len(limits) == 0 && whyMoot != "" {
		shown.Kind, shown.Text, shown.Note = moot, "does not occur", escape.Label(whyMoot)
		return shown
	}
	var certain, isMoot, isNone bool
	whyUnknown, isUnknown := "", false
	for _, l := range limits {
		words := b.bound(l)
		switch l.State {
		case None:
			isNone = true
		case Moot:
			isMoot, whyMoot = true, l.Reason
		case Unknown:
			isUnknown, whyUnknown = true, words.Note
		default:
			shown.Bounds = append(shown.Bounds, words)
			certain = certain || !l.mayBeNone()
		}
	}
	switch {
	case certain:
		shown.Kind = bounded
		if isUnknown {
			shown.Note = "another limit is unknown"
		}
	case isUnknown:
		shown.Kind, shown.Text, shown.Note = unknown, "unknown", whyUnknown
	case len(shown.Bounds) > 0:
		shown.Kind = unlimited
	case isMoot && !isNone:
		shown.Kind, shown.Text, shown.Note = moot, "does not matter", escape.Label(whyMoot)
	default:
		shown.Kind, shown.Text = unlimited, NoLimit
	}
	return shown
}

// bound puts a limit into words.
func (b *pageBuilder) bound(l Bound) pageBound {
	shown := pageBound{Field: escape.Label(l.Field), Value: escape.Label(l.Value), Note: escape.Label(l.Reason), Place: b.place(l.Place)}
	e := b.entries[l.Entry]
	if e != nil {
		shown.Field = escape.Label(e.Type[strings.LastIndex(e.Type, ".")+1:]) + "." + shown.Field
	}
	switch l.State {
	case Variable:
		shown.Kind, shown.Value = expression, "from "+shown.Value
	case Default:
		shown.Note = "the default"
	case Inherited:
		shown.Note = "of " + escape.Label(l.Source)
	case None:
		shown.Value = NoLimit
		if e != nil && ownPhase(e.Type, l.Field) != "" {
			shown.Kind = unlimited // one of connections costs no time
		}
	case Moot:
		shown.Kind, shown.Value = moot, "does not matter"
	case Unknown:
		shown.Kind, shown.Value = unknown, "unknown"
	}
	return shown
}
