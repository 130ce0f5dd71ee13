package main

import (
	"fmt"
	"time"

	"github.com/transportlint/transportlint/examples/lambda/internal/scenario"
)

const (
	width     = 800
	margin    = 28
	barHeight = 28
	rowHeight = 40
	postWidth = 56 // of the function at work, for which time is not to scale
)

// at returns where on the time axis a moment is. Time begins when the connection falls idle.
func at(t time.Duration) int {
	const begin, perSecond = 236, 370
	return begin + int(t*perSecond/time.Second)
}

// draw returns the picture.
func draw() string {
	s := &svg{
		width:  width,
		height: 468,
		title:  "An idle connection of a frozen Lambda function",
		description: fmt.Sprintf("Two time lines. In both, a Lambda function is frozen for %s after its first request, "+
			"and the server closes the idle connection after %s; an AWS load balancer does so after 60 s. "+
			"In the first, IdleConnTimeout is 0. The thawed function sends its next request on the closed connection, and it fails with EOF or connection reset by peer. "+
			"In the second, IdleConnTimeout is %s, which is shorter than the server's. The thawed function opens a new connection, and its request succeeds.",
			say(scenario.Freeze), say(scenario.ServerIdle), say(scenario.ClientIdle)),
	}
	s.bar("card", 1, width-1, 1, s.height-2, "")
	s.text("title", margin, 42, s.title)
	drawDead(s, 76)
	drawDropped(s, 256)
	s.text("muted", margin, s.height-24, "Times are those of go run ./examples/lambda. On AWS, the function can be frozen for minutes.")
	return s.String()
}

// drawDead draws, from top on, how the client uses a connection that the server has closed.
func drawDead(s *svg, top int) {
	function, pool, server := drawRows(s, top, "IdleConnTimeout 0: the client keeps the connection forever")
	request := at(scenario.Freeze) + postWidth/2
	s.bar("open", at(0), at(scenario.ServerIdle), pool, barHeight, "idle")
	s.bar("dead", at(scenario.ServerIdle), request, pool, barHeight, "closed by the server, still in the pool")
	drawRequest(s, "failing", request, function+barHeight, server+barHeight/2-12)
	s.path("failing", "M%d %dl12 12m0 -12l-12 12", request-6, server+barHeight/2-6)
	s.text("bad", request+16, server+12, "EOF or connection")
	s.text("bad", request+16, server+28, "reset by peer")
}

// drawDropped draws, from top on, how the client lets go of the connection before the server does.
func drawDropped(s *svg, top int) {
	function, pool, server := drawRows(s, top, fmt.Sprintf("IdleConnTimeout %s, shorter than the server's: the client lets go first", say(scenario.ClientIdle)))
	request := at(scenario.Freeze) + postWidth/2
	s.bar("open", at(0), at(scenario.ClientIdle), pool, barHeight, "idle")
	s.text("muted", at(scenario.ClientIdle)+10, pool+barHeight/2+5, fmt.Sprintf("expired after %s, so not used again", say(scenario.ClientIdle)))
	s.bar("open", at(scenario.Freeze), width-margin, pool, barHeight, "")
	s.bar("open", at(scenario.Freeze), width-margin, server, barHeight, "")
	drawRequest(s, "working", request, function+barHeight, server+barHeight/2)
	s.text("good", request+16, pool+barHeight/2+5, "new connection")
	s.text("good", request+16, server+barHeight/2+5, "success")
}

// drawRows draws what is the same in both cases. It returns the upper edges of the bars of three rows.
func drawRows(s *svg, top int, heading string) (function, pool, server int) {
	s.text("heading", margin, top+14, heading)
	function = top + 32
	pool, server = function+rowHeight, function+2*rowHeight
	for _, row := range []struct {
		top   int
		label string
	}{{function, "Lambda function"}, {pool, "client's pool"}, {server, "server"}} {
		s.text("label", margin, row.top+barHeight/2+5, row.label)
	}
	frozen, thawed := at(0), at(scenario.Freeze)
	s.path("moment", "M%d %dV%d", frozen, function, server+barHeight)
	s.path("moment", "M%d %dV%d", thawed, function, server+barHeight)
	s.bar("running", frozen-postWidth, frozen, function, barHeight, "POST")
	s.bar("frozen", frozen, thawed, function, barHeight, "frozen for "+say(scenario.Freeze))
	s.bar("running", thawed, thawed+postWidth, function, barHeight, "POST")
	s.text("muted", thawed, top+14, "thawed by the next event")
	s.bar("open", frozen-postWidth, frozen, server, barHeight, "open")
	s.bar("open", frozen, at(scenario.ServerIdle), server, barHeight, "idle")
	s.text("muted", at(scenario.ServerIdle)+10, server+barHeight/2-3, "closed by the server after "+say(scenario.ServerIdle))
	s.text("muted", at(scenario.ServerIdle)+10, server+barHeight/2+13, "(by an AWS load balancer after 60 s)")
	return function, pool, server
}

// drawRequest draws an arrow down.
func drawRequest(s *svg, class string, x, from, to int) {
	s.path(class, "M%d %dV%dm-5 -6l5 6l5 -6", x, from, to)
}

// say writes d with a space between number and unit.
func say(d time.Duration) string {
	if d%time.Second == 0 {
		return fmt.Sprintf("%d s", d/time.Second)
	}
	return fmt.Sprintf("%d ms", d.Milliseconds())
}
