package survey

import (
	"reflect"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/pointsto"
)

var phaseNames = []inventory.PhaseName{
	inventory.Total, inventory.Connect, inventory.TLS, inventory.Send, inventory.Wait, inventory.Body, inventory.Idle,
}

// phases returns what bounds each phase of a request that v, a client or a transport of net/http, sends by one of transports.
//
// A client's Timeout bounds what the caller waits for. It does not bound connecting and the TLS handshake: they go on without the request
// when that is given up.
func (j *join) phases(v *value, transports []target) []inventory.Phase {
	ways := make(map[inventory.PhaseName][]inventory.Phase)
	for _, t := range transports {
		for name, phase := range j.phasesOf(v.p, t) {
			ways[name] = append(ways[name], phase)
		}
	}
	var whole []inventory.Bound
	if v.typ.Name == "Client" {
		if l := j.limit(v, v.typ.Field("Timeout")); bounds(l) {
			whole = []inventory.Bound{{Entry: v.id, Limit: l}}
		}
	}
	var out []inventory.Phase
	for _, name := range phaseNames {
		if name == inventory.Total && v.typ.Name != "Client" {
			continue
		}
		phase := inventory.Phase{Name: name}
		if list := ways[name]; len(list) > 0 {
			phase = oneOf(list)
			phase.Name = name
		}
		switch name {
		case inventory.Total, inventory.Send, inventory.Wait, inventory.Body:
			phase.Limits = append(slices.Clip(phase.Limits), whole...)
		}
		out = append(out, phase)
	}
	return out
}

// bounds reports whether l is a limit, or may be one.
func bounds(l inventory.Limit) bool { return l.State != inventory.None && l.State != inventory.Moot }

// phasesOf returns what bounds the phases of a request by t, which a client of p uses, as far as the transport decides.
func (j *join) phasesOf(p *Package, t target) map[inventory.PhaseName]inventory.Phase {
	out := make(map[inventory.PhaseName]inventory.Phase)
	of := map[inventory.PhaseName]catalog.Scope{
		inventory.Connect: catalog.LimitsConnect, inventory.TLS: catalog.LimitsTLS, inventory.Wait: catalog.LimitsWait, inventory.Idle: catalog.LimitsIdle,
	}
	for name, scope := range of {
		phase := inventory.Phase{Name: name}
		if t.reason != "" {
			l := j.words("Transport", result{unknown: &t})
			phase.Limits = []inventory.Bound{{Limit: l}}
			out[name] = phase
			continue
		}
		typ := j.transportType
		if t.v != nil {
			typ = t.v.typ
		}
		for i := range typ.Fields {
			f := &typ.Fields[i]
			if f.Limits != scope {
				continue
			}
			switch {
			case t.v == nil:
				if l := j.words(f.Name, j.ofShared(p, typ, f)); bounds(l) {
					phase.Limits = append(phase.Limits, inventory.Bound{Limit: l})
				}
			case scope == catalog.LimitsConnect:
				phase = j.connecting(t.v, f, maxHops)
			case scope == catalog.LimitsTLS && (t.v.wrote("DialTLSContext") || t.v.wrote("DialTLS")):
				ways, _ := j.dials(t.v, []string{"DialTLSContext", "DialTLS"})
				phase = either(ways)
			case scope == catalog.LimitsIdle && t.v.obj != nil && moot(t.v, f) != "":
				phase.Moot = moot(t.v, f) // whatever it is set to
			default:
				l := j.limit(t.v, f)
				if l.State == inventory.Moot {
					phase.Moot = l.Reason
				} else if bounds(l) {
					phase.Limits = append(phase.Limits, inventory.Bound{Entry: entryOf(t.v), Limit: l})
				}
			}
		}
		phase.Name = name
		out[name] = phase
	}
	return out
}

// connecting returns what bounds the dials of transport v. Its field f is DialContext, and others do the same job.
func (j *join) connecting(v *value, f *catalog.Field, depth int) inventory.Phase {
	if v.site != nil && v.site.Circumstances[catalog.DialsUnix] {
		return inventory.Phase{Moot: catalog.DialsUnix.String()}
	}
	var fields []string
	always, none := false, false // none: a function is taken away, which leaves a dialer without limit
	for _, name := range []string{"DialTLSContext", "DialTLS", "DialContext", "Dial"} {
		switch {
		case v.obj == nil || !v.wrote(name) || name == "Dial" && v.surely("DialContext") || name == "DialTLS" && v.surely("DialTLSContext"):
		case v.obj.Wrote(name) == pointsto.Zero && len(v.others) == 0:
			none = none || name == f.Name
		default:
			fields = append(fields, name)
			always = always || v.obj.Wrote(name).NonZero() && v.always(name) || v.replaced(name)
		}
	}
	var ways [][]inventory.Bound
	if len(v.bases) > 0 && !always && depth > 0 {
		for _, b := range v.bases {
			ways = append(ways, asWay(j.connecting(b, f, depth-1)))
		}
		always = true
	}
	if len(fields) > 0 {
		ways, _ = j.dials(v, fields)
	}
	if none && !always {
		ways = append(ways, nil)
		always = v.always(f.Name)
	}
	if !always {
		var way []inventory.Bound
		r := j.unwritten(v, f, len(fields) > 0, maxHops)
		if l := j.words(f.Name, r); bounds(l) {
			way = []inventory.Bound{{Entry: entryOf(v), Limit: l}}
		} else if l.State == inventory.Moot && len(fields) == 0 {
			return inventory.Phase{Moot: l.Reason}
		}
		ways = append(ways, way)
	}
	return either(ways)
}

// asWay returns what bounds a phase as one of several ways. One that needs no limit has a bound that says so.
func asWay(p inventory.Phase) []inventory.Bound {
	if p.Moot != "" {
		return []inventory.Bound{{Limit: inventory.Limit{State: inventory.Moot, Reason: p.Moot}}}
	}
	return p.Limits
}

// either returns a phase that happens in one of ways. Those that need no limit do not count beside others.
func either(ways [][]inventory.Bound) inventory.Phase {
	needed := slices.DeleteFunc(slices.Clone(ways), func(way []inventory.Bound) bool {
		return len(way) > 0 && !slices.ContainsFunc(way, func(b inventory.Bound) bool { return b.State != inventory.Moot })
	})
	if len(needed) == 0 && len(ways) > 0 {
		return inventory.Phase{Moot: ways[0][0].Reason}
	}
	return inventory.Phase{Limits: boundsOf(needed)}
}

// boundsOf returns the bounds of something that happens in one of ways.
func boundsOf(ways [][]inventory.Bound) []inventory.Bound {
	if len(ways) == 0 {
		return nil
	}
	var distinct [][]inventory.Bound
	for _, way := range ways {
		if !slices.ContainsFunc(distinct, func(other []inventory.Bound) bool { return reflect.DeepEqual(other, way) }) {
			distinct = append(distinct, way)
		}
	}
	if len(distinct) == 1 {
		return distinct[0]
	}
	var b inventory.Bound
	var values []string
	for _, way := range distinct {
		text := "no limit"
		if len(way) > 0 {
			var parts []string
			for _, w := range way {
				if w.State == inventory.Unknown {
					return []inventory.Bound{w} // the others may never be used
				}
				parts = append(parts, firstOf(w.Value, string(w.State)))
			}
			text = strings.Join(parts, " and ")
			if b.Field == "" {
				b = way[0]
			}
		}
		one := []string{text}
		if len(way) == 1 && way[0].State == inventory.Several {
			one = strings.Split(text, " or ")
		}
		for _, text := range one {
			if !slices.Contains(values, text) {
				values = append(values, text)
			}
		}
	}
	if len(values) == 1 {
		if values[0] == "no limit" {
			return nil
		}
		return []inventory.Bound{b} // equal limits of different values
	}
	b.State, b.Value, b.Reason = inventory.Several, strings.Join(values, " or "), ""
	return []inventory.Bound{b}
}

func firstOf(s ...string) string {
	for _, t := range s {
		if t != "" {
			return t
		}
	}
	return ""
}

// oneOf returns the phase of a request that is sent by one of several transports.
func oneOf(list []inventory.Phase) inventory.Phase {
	var ways [][]inventory.Bound
	for _, p := range list {
		ways = append(ways, asWay(p))
	}
	return either(ways)
}
