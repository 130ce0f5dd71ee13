package driver

import (
	"bytes"
	"testing"
	"testing/synctest"
	"time"
)

func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var quick, slow bytes.Buffer

		p := newProgress(&quick, true)
		p.say("loading")
		time.Sleep(999 * time.Millisecond)
		p.done()
		time.Sleep(time.Minute)
		if quick.Len() > 0 {
			t.Errorf("in less than a second: got %q, want nothing", quick.String())
		}

		p = newProgress(&slow, true)
		p.say("loading")
		time.Sleep(1001 * time.Millisecond)
		synctest.Wait()
		p.say("analyzing %d", 7)
		p.done()
		p.done()
		const want = "transportlint: loading" + "\r                      \r" + "transportlint: analyzing 7" + "\r                          \r"
		if got := slow.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

func TestProgressDisabled(*testing.T) {
	p := newProgress(nil, false)
	p.say("loading")
	p.done()
}
