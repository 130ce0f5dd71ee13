package integration

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/transportlint/transportlint/internal/inventory"
)

// What the environment asks of TestInventory.
var (
	// axe is the file axe.min.js of axe-core, which finds what keeps people with disabilities from using a page. With it, the test
	// fails where there is no browser.
	axe = os.Getenv("AXE")
	// pictures is the folder for what the page looks like, for people to see.
	pictures = os.Getenv("PICTURES")
)

// TestInventory opens the page of an inventory in Chromium and uses it as people do.
func TestInventory(t *testing.T) {
	inv := shop(t)
	file := filepath.Join(t.TempDir(), "inventory.html")
	writePage(t, file, inv)
	b := openBrowser(t)

	t.Run("load", func(t *testing.T) {
		p := b.open(t, file)
		took := eval[float64](p, `performance.getEntriesByType("navigation")[0].loadEventEnd`)
		t.Logf("%d values are there after %.0f ms", len(inv.Entries), took)
		if took <= 0 || took > 10_000 { // a busy machine is slow, and a page that is ten times too slow is broken
			t.Errorf("the page takes %.0f ms", took)
		}
		if n := eval[int](p, `performance.getEntriesByType("resource").length`); n > 0 {
			t.Errorf("the page asks for %d files", n)
		}
		if n := eval[int](p, `document.querySelectorAll("img, svg, iframe, object, embed, script:not(body > script)").length`); n > 0 {
			t.Errorf("%d elements come from hostile names", n)
		}
	})

	t.Run("policy", func(t *testing.T) {
		// Even if a name became HTML, nothing of it would run.
		broken := filepath.Join(t.TempDir(), "broken.html")
		text := read(t, file)
		with := strings.Replace(text, "<main>", `<main><script>document.title = "script"</script><img src="x" onerror="document.title = 'image'"><p style="color: red">`, 1)
		if with == text {
			t.Fatal("the page has no <main>")
		}
		write(t, broken, with)
		p := b.open(t, broken)
		var console []string
		for range 200 {
			if console = append(console, p.console()...); len(console) >= 4 {
				break
			}
			time.Sleep(50 * time.Millisecond)
		}
		for _, directive := range []string{"script-src 'sha256-", "style-src 'sha256-", "img-src data:"} {
			if !slices.ContainsFunc(console, func(line string) bool { return strings.Contains(line, directive) }) {
				t.Errorf("nothing is refused because of %s:\n%s", directive, strings.Join(console, "\n"))
			}
		}
		if got := eval[string](p, `document.title`); got != pageOptions.Title {
			t.Errorf("the title becomes %q", got)
		}
		p.console()
	})

	t.Run("filter", func(t *testing.T) {
		p := b.open(t, file)
		p.shows(inv, func(inventory.Entry) bool { return true })

		p.do(chromedp.SendKeys(chromedp.CSS("#text"), "TLSHandshakeTimeout ORDERS"))
		p.shows(inv, func(e inventory.Entry) bool {
			return strings.HasSuffix(e.Package, "/orders") && says(e, "TLSHandshakeTimeout")
		})
		p.do(chromedp.Click(chromedp.CSS("#unlimited")))
		p.shows(inv, func(e inventory.Entry) bool {
			return strings.HasSuffix(e.Package, "/orders") && says(e, "TLSHandshakeTimeout") && unbounded(e)
		})
		p.do(chromedp.Click(chromedp.CSS("#reset")))
		p.shows(inv, func(inventory.Entry) bool { return true })

		p.choose("package", "example.com/shop/internal/refund")
		p.shows(inv, func(e inventory.Entry) bool { return e.Package == "example.com/shop/internal/refund" })
		p.choose("type", "http.Client")
		p.choose("lifetime", string(inventory.Outlives))
		p.shows(inv, func(e inventory.Entry) bool {
			return e.Package == "example.com/shop/internal/refund" && e.Type == "http.Client" && e.Lifetime == inventory.Outlives
		})
		p.choose("rule", "lambda-idle")
		p.shows(inv, func(e inventory.Entry) bool { return slices.Contains(e.Rules, "lambda-idle") })

		// What is chosen is in the address.
		p.do(chromedp.Reload())
		p.shows(inv, func(e inventory.Entry) bool { return slices.Contains(e.Rules, "lambda-idle") })
		if got := eval[string](p, `document.getElementById("package").value`); got != "example.com/shop/internal/refund" {
			t.Errorf("after a reload, the package is %q", got)
		}
		// A link to what the filter hides shows it.
		p.do(chromedp.Click(chromedp.CSS("#entries .entry:not([hidden]) summary")))
		before := p.shown()
		p.do(chromedp.Click(chromedp.CSS("#entries .entry:not([hidden]) dd a[href^='#']")))
		p.wait(fmt.Sprintf(`document.querySelector(".entry:target") !== null && document.querySelectorAll(".entry:not([hidden])").length === %d`, len(before)+1))

		p.do(chromedp.Click(chromedp.CSS("#reset")), chromedp.SendKeys(chromedp.CSS("#text"), "nothing is called so"))
		p.shows(inv, func(inventory.Entry) bool { return false })
		if !eval[bool](p, `document.getElementById("nothing").checkVisibility()`) {
			t.Error("the page does not say that nothing matches")
		}
	})

	t.Run("sort", func(t *testing.T) {
		p := b.open(t, file)
		places := p.shown()
		for order, key := range map[string]string{"type": "type", "lifetime": "order", "unlimited": "unlimited"} {
			p.choose("sort", order)
			keys := eval[[]string](p, `Array.from(document.querySelectorAll(".entry"), e => e.dataset.`+key+`.padStart(3, "0"))`)
			sorted := slices.Sorted(slices.Values(keys))
			if order == "unlimited" {
				slices.Reverse(sorted)
			}
			if !slices.Equal(keys, sorted) || sorted[0] == sorted[len(sorted)-1] {
				t.Errorf("sorted by %s: %q", order, keys)
			}
		}
		p.choose("sort", "place")
		if got := p.shown(); !slices.Equal(got, places) {
			t.Errorf("sorted by place again: %q, want %q", got, places)
		}
	})

	t.Run("keyboard", func(t *testing.T) {
		p := b.open(t, file)
		var reached []string
		for range 9 {
			p.do(chromedp.KeyEvent(kb.Tab))
			reached = append(reached, eval[string](p, `document.activeElement.id || document.activeElement.localName`))
			if style := eval[string](p, `getComputedStyle(document.activeElement).outline`); !strings.Contains(style, "solid 3px") {
				t.Errorf("the focus is on %s, with the outline %q", reached[len(reached)-1], style)
			}
			switch reached[len(reached)-1] {
			case "text":
				p.do(chromedp.KeyEvent("dialer"))
			case "type":
				p.do(chromedp.KeyEvent("n")) // chooses net.Dialer
			case "unlimited":
				p.do(chromedp.KeyEvent(" "))
			}
		}
		if want := []string{"text", "package", "type", "lifetime", "rule", "sort", "unlimited", "reset", "a"}; !slices.Equal(reached, want) {
			t.Errorf("Tab goes to %q, want %q", reached, want)
		}
		p.shows(inv, func(e inventory.Entry) bool { return e.Type == "net.Dialer" && unbounded(e) })
		p.do(chromedp.Focus(chromedp.CSS("#reset")), chromedp.KeyEvent(kb.Enter))
		p.shows(inv, func(inventory.Entry) bool { return true })
		p.do(chromedp.Focus(chromedp.CSS("summary")), chromedp.KeyEvent(kb.Enter))
		p.wait(`document.querySelector("details").open`)
	})

	t.Run("narrow", func(t *testing.T) {
		p := b.open(t, file)
		for _, width := range []int64{360, 320, 700, 1280} {
			p.do(chromedp.EmulateViewport(width, 800))
			eval[int](p, `document.querySelectorAll("details").forEach(d => d.open = true) ?? 0`)
			if got := eval[int64](p, `document.documentElement.scrollWidth`); got > width {
				t.Errorf("at %d pixels the page is %d wide", width, got)
			}
			wide := eval[[]string](p, fmt.Sprintf(`Array.from(document.querySelectorAll("body *"))
				.filter(e => e.checkVisibility() && e.getBoundingClientRect().right > %d).map(e => e.outerHTML.slice(0, 200))`, width))
			if len(wide) > 0 {
				t.Errorf("at %d pixels %d elements are too wide, the first %s", width, len(wide), wide[0])
			}
			cut := eval[[]string](p, `Array.from(document.querySelectorAll(".phase, dd, dt, h2"))
				.filter(e => e.scrollWidth > e.clientWidth + 12).map(e => e.outerHTML.slice(0, 200))`) // an arrow takes less
			if len(cut) > 0 {
				t.Errorf("at %d pixels the text of %d elements does not fit, the first %s", width, len(cut), cut[0])
			}
		}
	})

	t.Run("axe", func(t *testing.T) {
		if axe == "" {
			t.Skip("AXE does not name axe-core")
		}
		code := read(t, axe)
		for scheme, width := range map[string]int64{"light": 1280, "dark": 360} {
			p := b.open(t, file, scheme)
			p.do(chromedp.EmulateViewport(width, 800))
			eval[int](p, `document.querySelectorAll("details").forEach(d => d.open = true) ?? 0`)
			eval[bool](p, code+"; true")
			type report struct {
				Passes     int
				Violations []struct {
					ID, Impact, Help string
					Nodes            []string
				}
			}
			got, err := chromedp.Run(p.ctx, chromedp.Evaluate[report](`axe.run().then(r => ({Passes: r.passes.length, Violations: r.violations.map(v =>
					({ID: v.id, Impact: v.impact, Help: v.help, Nodes: v.nodes.slice(0, 3).map(n => n.html + ": " + n.failureSummary)}))}))`, chromedp.EvalAwaitPromise))
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%s, %d pixels: the page passes %d rules", scheme, width, got.Passes)
			if got.Passes < 20 {
				t.Error("axe-core has not looked at the page")
			}
			for _, v := range got.Violations {
				t.Errorf("%s, %d pixels: %s: %s: %s\n%s", scheme, width, v.Impact, v.ID, v.Help, strings.Join(v.Nodes, "\n"))
			}
		}
	})

	t.Run("without JavaScript", func(t *testing.T) {
		p := b.open(t, file, "no scripts")
		if got := len(p.shown()); got != len(inv.Entries) {
			t.Errorf("%d of %d are shown", got, len(inv.Entries))
		}
		if eval[bool](p, `document.getElementById("filter").checkVisibility()`) {
			t.Error("there is a filter that does nothing")
		}
	})

	t.Run("print", func(t *testing.T) {
		p := b.open(t, file, "print")
		if n := eval[int](p, `Array.from(document.querySelectorAll("details dl")).filter(e => !e.checkVisibility({contentVisibilityAuto: true}) || e.offsetHeight === 0).length`); n > 0 {
			t.Errorf("%d lists of limits are not printed", n)
		}
		pdf, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
		if err != nil || !strings.HasPrefix(string(pdf), "%PDF") {
			t.Fatal(err)
		}
		t.Logf("%d kB of PDF", len(pdf)/1000)
		p.save("print.pdf", pdf)
	})

	t.Run("pictures", func(t *testing.T) {
		if pictures == "" {
			t.Skip("PICTURES does not name a folder")
		}
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range []int64{1280, 800, 360} {
				p := b.open(t, file, scheme)
				p.do(chromedp.EmulateViewport(width, 1600))
				picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
				if err != nil {
					t.Fatal(err)
				}
				p.save(fmt.Sprintf("%s-%d.png", scheme, width), picture)
			}
		}
	})
}

// example is a small service, which README shows the clients of.
const example = `
-- go.mod --
module example.com/shop

go 1.26
-- catalog/client.go --
// Package catalog asks the catalog service.
package catalog

import (
	"net"
	"net/http"
	"time"
)

// A Client asks the catalog service.
type Client struct{ http *http.Client }

// New returns a Client.
func New() *Client {
	dialer := &net.Dialer{Timeout: 2 * time.Second}
	transport := &http.Transport{
		DialContext:           dialer.DialContext,
		TLSHandshakeTimeout:   3 * time.Second,
		ResponseHeaderTimeout: 5 * time.Second,
		IdleConnTimeout:       30 * time.Second,
		MaxIdleConnsPerHost:   50,
	}
	return &Client{&http.Client{Timeout: 10 * time.Second, Transport: transport}}
}
-- payments/client.go --
// Package payments asks the payment provider.
package payments

import (
	"crypto/tls"
	"net/http"
	"time"
)

// New returns a client that shows the provider our certificate.
func New(cert tls.Certificate, timeout time.Duration) *http.Client {
	return &http.Client{
		Timeout: timeout,
		Transport: &http.Transport{
			TLSClientConfig: &tls.Config{Certificates: []tls.Certificate{cert}},
		},
	}
}
-- fraud/client.go --
// Package fraud asks for the risk of an order.
package fraud

import "net/http"

var client = &http.Client{}

// Check reports whether an order may be fraud.
func Check(url string) (bool, error) {
	resp, err := client.Get(url)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusTeapot, nil
}
`

// TestInventoryOfCommand opens the page that the command writes of a small service.
func TestInventoryOfCommand(t *testing.T) {
	module := process{dir: layOut(t, example)}
	file := filepath.Join(module.dir, "clients.html")
	module.must(t, transportlint, "-list", "-format=html", "-source-url=https://github.com/example/shop/blob/main/{file}#L{line}", "-o="+file, "./...")
	b := openBrowser(t)
	p := b.open(t, file)
	if got := eval[string](p, `document.title`); got != "Network clients of example.com/shop" {
		t.Errorf("the title is %q", got)
	}
	p.choose("type", "http.Client")
	drawn := eval[map[string]string](p, `Object.fromEntries(Array.from(document.querySelectorAll(".entry:not([hidden])"), e =>
		[e.querySelector(".place").textContent, Array.from(e.querySelectorAll(".phase"), p => p.querySelector(".label").textContent + ": " + p.querySelector(".value").textContent).join(", ")]))`)
	want := map[string]string{
		"catalog/client.go:23:18":  "Total: 10s, Connect: 2s, TLS handshake: 3s, Send request: only the total, Wait for headers: 5s, Read body: only the total, Idle in pool: 30s",
		"fraud/client.go:6:15":     "Total: no limit, Connect: 30s, TLS handshake: 10s, Send request: no limit, Wait for headers: no limit, Read body: no limit, Idle in pool: 1m30s",
		"payments/client.go:12:10": "Total: from timeout, Connect: no limit, TLS handshake: no limit, Send request: only the total, Wait for headers: only the total, Read body: only the total, Idle in pool: no limit",
	}
	if !maps.Equal(drawn, want) {
		t.Errorf("drawn is\n%v, want\n%v", drawn, want)
	}
	for _, link := range []string{"https://github.com/example/shop/blob/main/catalog/client.go#L20", "https://github.com/transportlint/transportlint/blob/main/docs/rules.md#transport"} {
		if !eval[bool](p, fmt.Sprintf(`document.querySelector("a[href='%s']") !== null`, link)) {
			t.Errorf("there is no link to %s", link)
		}
	}
	if pictures == "" {
		return
	}
	for _, scheme := range []string{"light", "dark"} {
		p := b.open(t, file, scheme)
		p.choose("type", "http.Client")
		eval[bool](p, `document.querySelectorAll("#filter, footer").forEach(e => e.hidden = true); document.activeElement.blur(); document.body.style.paddingBottom = 0; true`)
		p.do(chromedp.EmulateViewport(900, 100))
		p.do(chromedp.EmulateViewport(900, eval[int64](p, `document.documentElement.scrollHeight`), chromedp.EmulateScale(1.5)))
		picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		p.save("inventory-"+scheme+".png", picture)
	}
}

// shop is the inventory that the tests of internal/inventory keep.
func shop(t *testing.T) *inventory.Inventory {
	t.Helper()
	inv := new(inventory.Inventory)
	if err := json.Unmarshal([]byte(read(t, filepath.Join(root, "internal", "inventory", "testdata", "shop.json"))), inv); err != nil {
		t.Fatal(err)
	}
	return inv
}

var pageOptions = inventory.HTMLOptions{
	Title:     "Network clients of example.com/shop",
	SourceURL: "https://git.example.com/shop/blob/main/{file}#L{line}",
	RulesURL:  "https://docs.example.com/rules.md",
}

func writePage(t *testing.T, name string, inv *inventory.Inventory) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	err = inv.WriteHTML(f, pageOptions)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

// says reports whether an entry has a limit on a field.
func says(e inventory.Entry, field string) bool {
	named := func(l inventory.Limit) bool { return l.Field == field }
	return slices.ContainsFunc(e.Limits, named) ||
		slices.ContainsFunc(e.Phases, func(p inventory.Phase) bool {
			return slices.ContainsFunc(p.Limits, func(b inventory.Bound) bool { return named(b.Limit) })
		})
}

// unbounded reports whether nothing limits a phase of an entry, or a value without phases.
func unbounded(e inventory.Entry) bool {
	if len(e.Phases) == 0 {
		return slices.ContainsFunc(e.Limits, func(l inventory.Limit) bool { return l.State == inventory.None && l.Field != "MaxConnsPerHost" })
	}
	return slices.ContainsFunc(e.Phases, func(p inventory.Phase) bool {
		limited := slices.ContainsFunc(p.Limits, func(b inventory.Bound) bool { return b.State != inventory.None })
		return p.Name != inventory.Total && p.Moot == "" && !limited
	})
}

// A browser is Chromium without a window.
type browser struct{ ctx context.Context }

func openBrowser(t *testing.T) browser {
	t.Helper()
	names := []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"}
	found := slices.IndexFunc(names, func(name string) bool { _, err := exec.LookPath(name); return err == nil })
	if found < 0 {
		if axe == "" {
			t.Skipf("none of %s is installed", strings.Join(names, ", "))
		}
		t.Fatalf("none of %s is installed", strings.Join(names, ", "))
	}
	path, err := exec.LookPath(names[found])
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(chromedp.ExecPath(path)))
	t.Cleanup(func() {
		if err := chromedp.Cancel(ctx); err != nil {
			t.Log(err)
		}
		cancel()
	})
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	return browser{ctx}
}

// A tab shows a page. The test fails if the page writes anything to the console.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu    sync.Mutex
	lines []string // of the console
}

// console returns what the page has written to the console since it was last asked.
func (p *tab) console() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	lines := p.lines
	p.lines = nil
	return lines
}

// open opens a file in a new tab: as people see it who like it light or dark, on paper, or without scripts.
func (b browser) open(t *testing.T, file string, how ...string) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	p := &tab{t: t, ctx: ctx}
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	messages := chromedp.Console(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for m, err := range messages {
			if err != nil {
				return // the tab is closed
			}
			p.mu.Lock()
			p.lines = append(p.lines, m.String())
			p.mu.Unlock()
		}
	}()
	t.Cleanup(func() {
		cancel()
		<-done
		for _, line := range p.console() {
			t.Errorf("the console says %s", line)
		}
	})
	scheme, media, scripts := "light", "screen", true
	for _, h := range how {
		switch h {
		case "light", "dark":
			scheme = h
		case "print":
			media = h
		case "no scripts":
			scripts = false
		default:
			t.Fatalf("how is %q?", h)
		}
	}
	p.do(
		chromedp.EmulateViewport(1280, 800),
		chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
			features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
			_, err := cdp.Call(ctx, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media, Features: features})
			return err
		}),
		chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
			_, err := cdp.Call(ctx, tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !scripts})
			return err
		}),
		chromedp.Navigate((&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(file), "/")}).String()),
	)
	return p
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.t.Fatal(err)
	}
}

// eval returns the value of an expression of JavaScript.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		p.t.Fatalf("%.200s: %v", expression, err)
	}
	return v
}

// wait waits until an expression is true.
func (p *tab) wait(expression string) {
	p.t.Helper()
	for range 200 {
		if eval[bool](p, expression) {
			return
		}
		p.do(chromedp.Sleep(50 * time.Millisecond))
	}
	p.t.Errorf("it never becomes true: %s", expression)
}

// choose chooses a value of a select with the keyboard, as far as the browser lets a program do so.
func (p *tab) choose(id, value string) {
	p.t.Helper()
	p.do(chromedp.Focus(chromedp.CSS("#" + id)))
	want := eval[int](p, fmt.Sprintf(`Array.from(document.getElementById(%q).options, o => o.value).indexOf(%q)`, id, value))
	if want < 0 {
		p.t.Fatalf("%s has no %q", id, value)
	}
	p.do(chromedp.KeyEvent(kb.Home))
	for range want {
		p.do(chromedp.KeyEvent(kb.ArrowDown))
	}
	if got := eval[string](p, fmt.Sprintf(`document.getElementById(%q).value`, id)); got != value {
		p.t.Fatalf("%s is %q, want %q", id, got, value)
	}
}

// shown returns the places of the entries that can be seen, in order.
func (p *tab) shown() []string {
	p.t.Helper()
	return eval[[]string](p, `Array.from(document.querySelectorAll(".entry")).filter(e => e.checkVisibility()).map(e => e.querySelector(".place").textContent)`)
}

// shows checks that exactly the entries that match are shown, and that the page says how many.
func (p *tab) shows(inv *inventory.Inventory, match func(inventory.Entry) bool) {
	p.t.Helper()
	var want []string
	for _, e := range inv.Entries {
		if match(e) {
			want = append(want, fmt.Sprintf("%s:%d:%d", e.Place.File, e.Place.Line, e.Place.Column))
		}
	}
	if got := p.shown(); !slices.Equal(got, want) {
		p.t.Errorf("shown are\n%q, want\n%q", got, want)
	}
	status := fmt.Sprintf("%d of %d shown", len(want), len(inv.Entries))
	if got := eval[string](p, `document.getElementById("shown").textContent`); got != status {
		p.t.Errorf("the page says %q, want %q", got, status)
	}
}

// save writes a picture to the folder for pictures.
func (p *tab) save(name string, data []byte) {
	if pictures == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(pictures, name), data, 0o644); err != nil {
		p.t.Fatal(err)
	}
}
