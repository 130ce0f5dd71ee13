package catalog

import (
	"slices"
	"strings"
	"unicode"
)

// What follows tells code that runs again and again from code that runs once.

// requests names the methods that send a request by their receiver: those of http.Client, of http.RoundTripper and of a proxy.
var requests = set("Do", "Get", "Head", "Post", "PostForm", "RoundTrip", "ServeHTTP")

// IsRequest reports whether a method of that name, of what has a transport, sends requests.
func IsRequest(method string) bool { return requests[method] }

// readers lists the packages whose functions keep nothing that they are given, and functions of others that do not.
var readers = set("fmt", "log", "log/slog", "errors", "encoding/json",
	"golang.org/x/net/http2.ConfigureTransport", "golang.org/x/net/http2.ConfigureTransports")

// OnlyReads reports whether the function of that key keeps nothing that it is given.
func OnlyReads(pkg, key string) bool { return readers[pkg] || readers[pkg+"."+key] }

// handled lists the types of parameters by which a function is known to handle one request after the other, and called the types by
// which it is known to be a command, which runs once.
var (
	handled = set("net/http.ResponseWriter", "github.com/gin-gonic/gin.Context", "github.com/labstack/echo/v4.Context",
		"github.com/gofiber/fiber/v2.Ctx", "github.com/valyala/fasthttp.RequestCtx", "github.com/emicklei/go-restful/v3.Request",
		"github.com/prometheus/client_golang/prometheus.Metric", "sigs.k8s.io/controller-runtime/pkg/reconcile.Request")
	called = set("github.com/spf13/cobra.Command", "github.com/urfave/cli.Context", "github.com/urfave/cli/v2.Context",
		"github.com/urfave/cli/v3.Command", "flag.FlagSet", "github.com/spf13/pflag.FlagSet",
		"testing.T", "testing.B", "testing.F", "testing.M", "testing.TB")
)

// IsHandled reports whether a function with a parameter of that type, or of a pointer to it or a channel of it, runs for each of many
// requests.
func IsHandled(pkg, typ string) bool { return handled[pkg+"."+typ] }

// IsCalled reports whether a function with a parameter of that type is a command, which runs once.
func IsCalled(pkg, typ string) bool { return called[pkg+"."+typ] }

// beginnings begin the names of functions that are called to begin something.
var beginnings = []string{"New", "Init", "Setup", "SetUp", "Start", "Run", "Main", "Must", "Serve", "Listen", "Bootstrap",
	"Load", "Open", "Connect", "Dial", "Configure", "Enroll", "Provision", "Install",
	"Register"}

// executes are names of functions that begin a command. What executes something, such as ExecuteQuery, does so again and again.
var executes = set("Execute", "ExecuteContext")

// Begins reports whether the name of an exported function says that it makes or begins something, so that it may well run once.
func Begins(name string) bool {
	return executes[name] || slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(name, b) })
}

// works begin the names of functions that go on for as long as the program does.
var works = []string{"Run", "Start", "Serve", "Listen", "Execute", "Watch", "Loop", "Wait", "Main", "Schedule", "Poll"}

// NamesWork reports whether the name of a function says that it goes on: one of the words, and not a part of another, as ServersStore.
func NamesWork(name string) bool {
	return slices.ContainsFunc(works, func(w string) bool {
		rest, ok := strings.CutPrefix(name, w)
		return ok && (rest == "" || !unicode.IsLower(rune(rest[0])))
	})
}

// commandLines lists the modules that parse a command line and call the function of the program that it names.
var commandLines = []string{"github.com/alecthomas/kingpin", "github.com/alecthomas/kong", "github.com/google/subcommands", "github.com/jessevdk/go-flags",
	"github.com/mitchellh/cli", "github.com/peterbourgon/ff", "github.com/spf13/cobra", "github.com/urfave/cli"}

// CallsCommands reports whether functions of the package of that path last for as long as the program's commands do.
func CallsCommands(pkg string) bool {
	return slices.ContainsFunc(commandLines, func(m string) bool { return pkg == m || strings.HasPrefix(pkg, m+"/") })
}

// printers lists the functions that write to standard output.
var printers = set("fmt.Print", "fmt.Printf", "fmt.Println")

// IsPrinter reports whether the function of that key writes to standard output. A function that does is part of a command.
func IsPrinter(pkg, key string) bool { return printers[pkg+"."+key] }

// commands are names of directories that hold a program's commands, its tests, or what its authors run.
var commands = set("cmd", "cmds", "cli", "command", "commands", "e2e", "test", "tests", "testing", "hack", "scripts", "example", "examples")

// IsCommand reports whether the package at path, of that name, holds functions that run once, in a process of their own.
func IsCommand(path, name string) bool {
	return name == "main" || slices.ContainsFunc(strings.Split(path, "/"), func(dir string) bool { return commands[dir] })
}

// callers lists functions of other packages that run a function that they are given, and do not keep it; those of repeaters run
// it again and again, and those of onces once.
var (
	callers = set("sync.WaitGroup.Go", "golang.org/x/sync/errgroup.Group.Go", "golang.org/x/sync/errgroup.Group.TryGo",
		"sort.Slice", "sort.SliceStable", "path/filepath.Walk", "path/filepath.WalkDir")
	repeaters = []string{"k8s.io/apimachinery/pkg/util/wait", "k8s.io/client-go/util/retry", "github.com/cenkalti/backoff",
		"github.com/avast/retry-go", "github.com/sethvargo/go-retry"}
)

// repeating are the names of packages whose functions run others until these succeed.
var repeating = set("retry", "retrier", "retryutil", "retries", "backoff")

// repeats reports whether the function of that key, of the package at path, runs its argument until that succeeds: the package is called
// so, and the function makes nothing.
func repeats(path, key string) bool {
	return repeating[path[strings.LastIndex(path, "/")+1:]] && !strings.HasPrefix(key, "New") && !strings.HasPrefix(key, "With")
}

// registers begin the names of functions that keep a function, to run it for each message or event.
var registers = []string{"Handle", "RegisterHandle", "AddHandle", "AddEventHandler", "Subscribe", "QueueSubscribe", "Consume", "OnMessage", "OnEvent", "OnRequest"}

// RunsForWhatComes reports whether the name of a function says that it keeps a function, to run it for each of what comes.
func RunsForWhatComes(name string) bool {
	return slices.ContainsFunc(registers, func(r string) bool { return strings.HasPrefix(name, r) })
}

// A Run says how often a library function runs a function that it is given.
type Run uint8

const (
	RunsUnknown Run = iota // it may keep it
	RunsHere               // before or while the caller goes on, and never later
	RunsAgain              // likewise, several times
	RunsOnce               // once, whoever calls and how often
	RunsForEach            // it keeps it, and runs it for each of what comes
)

// RunOf returns how often the function of that key runs its argument.
func RunOf(pkg, key string) Run {
	switch {
	case EffectOf(pkg, key) == Once:
		return RunsOnce
	case callers[pkg+"."+key], pkg == "slices", pkg == "maps", pkg == "strings":
		return RunsHere
	case slices.ContainsFunc(repeaters, func(p string) bool { return pkg == p || strings.HasPrefix(pkg, p+"/") }), repeats(pkg, key):
		return RunsAgain
	}
	return RunsUnknown
}

// servers lists functions of programs that go on until they are stopped.
var servers = set("net/http.ListenAndServe", "net/http.ListenAndServeTLS", "net/http.Serve", "net/http.Server.ListenAndServe",
	"net/http.Server.ListenAndServeTLS", "net/http.Server.Serve", "net/http.ServeTLS", "net/http.Server.ServeTLS", "time.Tick", "time.NewTicker",
	"github.com/gin-gonic/gin.Engine.Run", "github.com/gin-gonic/gin.Engine.RunTLS", "github.com/gofiber/fiber/v2.App.Listen",
	"github.com/labstack/echo/v4.Echo.Start", "github.com/labstack/echo/v4.Echo.StartTLS", "github.com/robfig/cron/v3.Cron.Run",
	"github.com/robfig/cron/v3.Cron.Start", "github.com/valyala/fasthttp.ListenAndServe", "github.com/valyala/fasthttp.Server.ListenAndServe",
	"google.golang.org/grpc.Server.Serve")

// Serves reports whether a program that calls the function of that key goes on until it is stopped.
func Serves(pkg, key string) bool { return servers[pkg+"."+key] }
