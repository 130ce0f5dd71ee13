package driver

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// A progress is a line that says what is under way, if that takes long. A nil progress says nothing.
type progress struct {
	w     io.Writer
	timer *time.Timer

	mu    sync.Mutex
	text  string
	shown bool
	width int // of what stands on the line
}

// newProgress returns a progress whose line appears on w, a terminal, after a second.
func newProgress(w io.Writer, enabled bool) *progress {
	if !enabled {
		return nil
	}
	p := &progress{w: w}
	p.timer = time.AfterFunc(time.Second, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.shown = true
		p.draw(p.text)
	})
	return p
}

// say replaces the line.
func (p *progress) say(format string, args ...any) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text = "transportlint: " + fmt.Sprintf(format, args...)
	if p.shown {
		p.draw(p.text)
	}
}

// done erases the line for good. It may be called more than once.
func (p *progress) done() {
	if p == nil {
		return
	}
	p.timer.Stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text, p.shown = "", false
	p.draw("")
}

// draw overwrites with spaces what stood on the line before, which every terminal understands.
func (p *progress) draw(text string) {
	if p.width > 0 {
		fmt.Fprint(p.w, "\r"+strings.Repeat(" ", p.width)+"\r")
	}
	fmt.Fprint(p.w, text)
	p.width = len(text)
}
