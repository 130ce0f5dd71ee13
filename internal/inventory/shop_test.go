package inventory

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/shop.json anew")

// hostile are names as somebody might choose them who wants more from a page than being listed.
var hostile = []string{
	`</script><img src=x onerror=alert(1)>`,
	`"><svg onload=alert(2)>`,
	`javascript:alert(3)`,
	"{{.Title}} ${alert(4)} '-alert(5)-'",
	"\u202egnp.exe\u2066\x00\x1b[31m\n]]>--><!--",
}

// TestShop keeps testdata/shop.json, which the tests of integration/ open in a browser as well.
func TestShop(t *testing.T) {
	name := filepath.Join("testdata", "shop.json")
	want := encode(t, shop())
	if *update {
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what shop makes; go test -run=TestShop -update", name)
	}
}

// encode writes an inventory with one entry a line.
func encode(t *testing.T, inv *Inventory) []byte {
	t.Helper()
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\"version\": %d, \"entries\": [\n", inv.Version)
	for i, e := range inv.Entries {
		text, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(text)
		if i < len(inv.Entries)-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("]}\n")
	return b.Bytes()
}

// shop is the inventory of a service with 50 clients, in every state that a limit and a phase can have.
func shop() *Inventory {
	s := &shopping{inv: &Inventory{Version: Version}}
	kinds := []func(service string){
		s.careful, s.onDefault, s.zeroTransport, s.configured, s.clone, s.perCall, s.passedOn, s.noKeepAlives, s.bare, s.plainHTTP,
	}
	services := []string{"catalog", "orders", "payments", "shipping", "search"}
	for i := range 44 {
		s.line = 12 + i/len(services)*9
		kinds[(i+i/len(services))%len(kinds)](services[i%len(services)])
	}
	s.line = 20
	s.lambda("refund")
	s.lambdaOnDefault("refund")
	s.perInvocation("refund")
	s.unix("agent")
	s.several("agent")
	s.unknownTotal("agent")
	s.dialers("agent")
	s.hostile()
	slices.SortStableFunc(s.inv.Entries, func(a, b Entry) int {
		return bytes.Compare(fmt.Appendf(nil, "%s:%06d", a.Place.File, a.Place.Line), fmt.Appendf(nil, "%s:%06d", b.Place.File, b.Place.Line))
	})
	return s.inv
}

type shopping struct {
	inv  *Inventory
	line int
	n    int
}

// at returns the next place in a file of a service.
func (s *shopping) at(service string) *Place {
	s.line++
	return &Place{File: "internal/" + service + "/client.go", Line: s.line, Column: 9}
}

// add adds a value with limits, made where the next line is, and returns its ID.
func (s *shopping) add(service, typ, owner string, lifetime Lifetime, uses []string, limits ...Limit) *Entry {
	s.n++
	e := Entry{
		ID: fmt.Sprintf("example.com/shop/internal/%s.%s#%s%d", service, owner, typ, s.n), Type: typ,
		Package: "example.com/shop/internal/" + service, Place: *s.at(service), Owner: owner, Lifetime: lifetime, Uses: uses, Limits: limits,
	}
	s.inv.Entries = append(s.inv.Entries, e)
	return &s.inv.Entries[len(s.inv.Entries)-1]
}

func constant(field, value string, at *Place) Limit {
	return Limit{Field: field, State: Constant, Value: value, Place: at}
}

func inherited(field, value string) Limit {
	return Limit{Field: field, State: Inherited, Value: value, Source: "http.DefaultTransport"}
}

func none(field string) Limit { return Limit{Field: field, State: None} }

// on returns the phases of a request on http.DefaultTransport, of a client whose Timeout is total.
func onDefault(id string, total Limit) []Phase {
	phases := []Phase{
		{Name: Connect, Limits: []Bound{{"", inherited("Dialer.Timeout", "30s")}}},
		{Name: TLS, Limits: []Bound{{"", inherited("TLSHandshakeTimeout", "10s")}}},
		{Name: Send},
		{Name: Wait},
		{Name: Body},
		{Name: Idle, Limits: []Bound{{"", inherited("IdleConnTimeout", "90s")}}},
	}
	phases = slices.Insert(phases, 0, Phase{Name: Total})
	if total.State != None {
		for i, p := range phases {
			if p.Name == Total || p.Name == Send || p.Name == Wait || p.Name == Body {
				phases[i].Limits = []Bound{{id, total}}
			}
		}
	}
	return phases
}

// with returns phases with what limits one of them, besides a client's Timeout.
func with(phases []Phase, name PhaseName, limits ...Bound) []Phase {
	for i := range phases {
		if phases[i].Name == name {
			for _, l := range phases[i].Limits {
				if l.Field == "Timeout" {
					limits = append(limits, l)
				}
			}
			phases[i].Limits = limits
		}
	}
	return phases
}

// without returns phases, one of which does not occur.
func without(phases []Phase, name PhaseName, reason string) []Phase {
	for i := range phases {
		if phases[i].Name == name {
			phases[i].Limits, phases[i].Moot = nil, reason
		}
	}
	return phases
}

// careful has a limit for everything that has one.
func (s *shopping) careful(service string) {
	timeout := constant("Timeout", "5s", s.at(service))
	dialer := s.add(service, "net.Dialer", "newTransport", Program, nil, timeout, Limit{Field: "KeepAlive", State: Default, Value: "15s"}).ID
	limits := []Limit{
		constant("IdleConnTimeout", "30s", s.at(service)), constant("TLSHandshakeTimeout", "5s", s.at(service)),
		{Field: "DialContext", State: Variable, Value: "dialer.DialContext", Place: s.at(service)},
		constant("MaxIdleConnsPerHost", "50", s.at(service)), constant("ResponseHeaderTimeout", "8s", s.at(service)),
		none("MaxConnsPerHost"),
	}
	transport := s.add(service, "http.Transport", "newTransport", Program, []string{dialer}, limits...).ID
	total := constant("Timeout", "20s", s.at(service))
	c := s.add(service, "http.Client", service+".Client.http", Program, []string{transport}, total)
	c.Users = []string{"example.com/shop/cmd/server", "example.com/shop/cmd/worker"}
	c.Phases = onDefault(c.ID, total)
	with(c.Phases, Connect, Bound{dialer, timeout})
	with(c.Phases, TLS, Bound{transport, limits[1]})
	with(c.Phases, Wait, Bound{transport, limits[4]})
	with(c.Phases, Idle, Bound{transport, limits[0]})
}

func (s *shopping) onDefault(service string) {
	total := constant("Timeout", "10s", s.at(service))
	c := s.add(service, "http.Client", "httpClient", Program, nil, total)
	c.Phases = onDefault(c.ID, total)
}

func (s *shopping) bare(service string) {
	total := none("Timeout")
	c := s.add(service, "http.Client", "http.DefaultClient", Program, nil, total)
	c.Phases = onDefault(c.ID, total)
}

func (s *shopping) zeroTransport(service string) {
	limits := []Limit{
		none("IdleConnTimeout"), none("TLSHandshakeTimeout"), none("DialContext"),
		{Field: "MaxIdleConnsPerHost", State: Default, Value: "2"}, none("ResponseHeaderTimeout"),
	}
	transport := s.add(service, "http.Transport", "New", Caller, nil, limits...)
	transport.Rules = []string{"transport"}
	id := transport.ID
	total := constant("Timeout", "1m0s", s.at(service))
	c := s.add(service, "http.Client", "New", Caller, []string{id}, total)
	c.Phases = onDefault(c.ID, total)
	with(c.Phases, Connect, Bound{id, limits[2]})
	with(c.Phases, TLS, Bound{id, limits[1]})
	with(c.Phases, Wait, Bound{id, limits[4]})
	with(c.Phases, Idle, Bound{id, limits[0]})
}

func (s *shopping) configured(service string) {
	total := Limit{Field: "Timeout", State: Variable, Value: "cfg.HTTP.Timeout", Place: s.at(service)}
	idle := Limit{Field: "IdleConnTimeout", State: Variable, Value: "time.Duration(cfg.HTTP.IdleSeconds) * time.Second", Place: s.at(service)}
	transport := s.add(service, "http.Transport", "FromConfig", Program, nil, idle, none("TLSHandshakeTimeout"), none("DialContext"))
	transport.Rules = []string{"transport"}
	id := transport.ID
	c := s.add(service, "http.Client", "FromConfig", Program, []string{id}, total)
	c.Phases = with(with(with(onDefault(c.ID, total), Idle, Bound{id, idle}), TLS), Connect)
}

func (s *shopping) clone(service string) {
	idle := constant("IdleConnTimeout", "45s", s.at(service))
	transport := s.add(service, "http.Transport", "pooled", Program, nil, idle, inherited("TLSHandshakeTimeout", "10s"),
		inherited("MaxIdleConns", "100"), Limit{Field: "MaxIdleConnsPerHost", State: Default, Value: "2"}).ID
	total := none("Timeout")
	c := s.add(service, "http.Client", "pooled", Program, []string{transport}, total)
	c.Phases = with(onDefault(c.ID, total), Idle, Bound{transport, idle})
	c.Phases = with(c.Phases, TLS, Bound{transport, inherited("TLSHandshakeTimeout", "10s")})
	c.Rules = []string{"client"}
}

func (s *shopping) perCall(service string) {
	transport := s.add(service, "http.Transport", "fetch", PerCall, nil, none("IdleConnTimeout"), none("TLSHandshakeTimeout"), none("DialContext"))
	transport.Rules = []string{"leak", "transport"}
	id := transport.ID
	c := s.add(service, "http.Client", "fetch", PerCall, []string{id}, none("Timeout"))
	c.Phases = with(with(with(onDefault(c.ID, none("Timeout")), Idle, Bound{id, none("IdleConnTimeout")}), TLS), Connect)
}

func (s *shopping) passedOn(service string) {
	where := "passed to example.com/vault.Configure, whose code was not analyzed"
	unknown := func(field string) Limit { return Limit{Field: field, State: Unknown, Reason: where} }
	transport := s.add(service, "http.Transport", "vaultTransport", Program, nil, unknown("IdleConnTimeout"), unknown("TLSHandshakeTimeout"), unknown("DialContext")).ID
	total := constant("Timeout", "15s", s.at(service))
	c := s.add(service, "http.Client", "vaultClient", Program, []string{transport}, total)
	c.Phases = onDefault(c.ID, total)
	with(c.Phases, Connect, Bound{transport, unknown("DialContext")})
	with(c.Phases, TLS, Bound{transport, unknown("TLSHandshakeTimeout")})
	with(c.Phases, Idle, Bound{transport, unknown("IdleConnTimeout")})
}

func (s *shopping) noKeepAlives(service string) {
	idle := Limit{Field: "IdleConnTimeout", State: Moot, Reason: "DisableKeepAlives is true"}
	transport := s.add(service, "http.Transport", "oneShot", Program, nil, idle, inherited("TLSHandshakeTimeout", "10s")).ID
	total := constant("Timeout", "3s", s.at(service))
	c := s.add(service, "http.Client", "oneShot", Program, []string{transport}, total)
	c.Phases = without(onDefault(c.ID, total), Idle, "keep-alives are off")
}

func (s *shopping) plainHTTP(service string) {
	total := constant("Timeout", "2s", s.at(service))
	c := s.add(service, "http.Client", "health", Program, nil, total)
	c.Phases = without(onDefault(c.ID, total), TLS, "every URL begins with http://")
}

func (s *shopping) lambda(service string) {
	transport := s.add(service, "http.Transport", "transport", Outlives, nil, none("IdleConnTimeout"), constant("TLSHandshakeTimeout", "5s", s.at(service)))
	transport.Rules = []string{"transport"}
	id := transport.ID
	total := constant("Timeout", "6s", s.at(service))
	c := s.add(service, "http.Client", "client", Outlives, []string{id}, total)
	c.Rules = []string{"lambda-idle"}
	c.Phases = with(with(onDefault(c.ID, total), Idle), TLS, Bound{id, constant("TLSHandshakeTimeout", "5s", s.at(service))})
}

func (s *shopping) lambdaOnDefault(service string) {
	total := constant("Timeout", "6s", s.at(service))
	c := s.add(service, "http.Client", "ledger", Outlives, nil, total)
	c.Rules = []string{"lambda-default"}
	c.Phases = onDefault(c.ID, total)
}

func (s *shopping) perInvocation(service string) {
	transport := s.add(service, "http.Transport", "handle", Invocation, nil, none("IdleConnTimeout"))
	transport.Rules = []string{"lambda-leak", "transport"}
	id := transport.ID
	c := s.add(service, "http.Client", "handle", Invocation, []string{id}, none("Timeout"))
	c.Phases = with(with(with(onDefault(c.ID, none("Timeout")), Idle), TLS), Connect)
}

func (s *shopping) unix(service string) {
	total := none("Timeout")
	c := s.add(service, "http.Client", "docker", Program, nil, total)
	c.Phases = without(without(onDefault(c.ID, total), Connect, "it dials a unix socket"), TLS, "it dials a unix socket")
}

// several has a limit that is one of two, and a phase with two limits.
func (s *shopping) several(service string) {
	total := Limit{Field: "Timeout", State: Several, Value: "10s or 1m0s", Place: s.at(service)}
	dial, idle := constant("Timeout", "5s", s.at(service)), constant("IdleConnTimeout", "20s", s.at(service))
	dialer := s.add(service, "net.Dialer", "metrics", Program, nil, dial).ID
	transport := s.add(service, "http.Transport", "metrics", Program, []string{dialer}, idle).ID
	c := s.add(service, "http.Client", "metrics", Program, []string{transport}, total)
	c.Phases = with(onDefault(c.ID, total), Idle, Bound{transport, idle})
	until := Limit{Field: "Deadline", State: Variable, Value: "start.Add(budget)", Place: s.at(service)}
	c.Phases = with(c.Phases, Connect, Bound{dialer, dial}, Bound{dialer, until})
}

func (s *shopping) unknownTotal(service string) {
	total := Limit{Field: "Timeout", State: Unknown, Reason: "set by reflection", Place: s.at(service)}
	c := s.add(service, "http.Client", "plugins", Caller, nil, total)
	c.Phases = onDefault(c.ID, total)
	transport := s.add(service, "http.Transport", "proxy", Program, nil, none("IdleConnTimeout"), constant("ResponseHeaderTimeout", "30s", s.at(service)))
	transport.Rules = []string{"transport"}
	id := transport.ID
	transport.Phases = with(with(with(with(onDefault(id, none("")), Connect), TLS), Idle), Wait, Bound{id, constant("ResponseHeaderTimeout", "30s", s.at(service))})[1:]
}

// dialers are those that no transport uses.
func (s *shopping) dialers(service string) {
	s.add(service, "net.Dialer", "statsd", Program, nil, none("Timeout")).Rules = []string{"dialer"}
	s.add(service, "tls.Dialer", "syslog", PerCall, nil, none("NetDialer")).Rules = []string{"dialer"}
}

// hostile is one entry with every hostile name in every place.
func (s *shopping) hostile() {
	h := hostile
	limit := Limit{Field: h[0], State: Constant, Value: h[1], Place: &Place{File: h[2], Line: 1, Column: 1}}
	odd := Limit{Field: h[4], State: Unknown, Reason: h[0], Place: &Place{File: "../" + h[3], Line: 2}}
	s.inv.Entries = append(s.inv.Entries, Entry{
		ID: h[0] + h[4], Type: "http." + h[1], Package: h[0], Owner: h[4], Lifetime: Lifetime(h[1]),
		Place: Place{File: h[0] + "?x=#/../" + h[3], Line: 3, Column: 1}, Users: h, Uses: h, Limits: []Limit{limit, odd}, Rules: []string{h[0], h[2]},
		Phases: []Phase{{Name: Total, Limits: []Bound{{h[0] + h[4], limit}}}, {Name: Connect, Limits: []Bound{{h[2], odd}}}, {Name: PhaseName(h[0]), Moot: h[1]}},
	})
}
