package catalog

// Receiver stands for the receiver of a method where an argument is meant.
const Receiver = -1

// urlArgs lists functions that return a request or a URL, or the text of one, with the argument that says where it leads: a string, a request or a URL.
var urlArgs = map[string]int{
	"net/http.NewRequest":            1,
	"net/http.NewRequestWithContext": 2,
	"net/http.Request.Clone":         Receiver,
	"net/http.Request.WithContext":   Receiver,
	"net/url.Parse":                  0,
	"net/url.ParseRequestURI":        0,
	"net/url.URL.JoinPath":           Receiver,
	"net/url.URL.String":             Receiver,

	"github.com/hashicorp/go-retryablehttp.FromRequest":           0,
	"github.com/hashicorp/go-retryablehttp.NewRequest":            1,
	"github.com/hashicorp/go-retryablehttp.NewRequestWithContext": 2,
	"github.com/hashicorp/go-retryablehttp.Request.WithContext":   Receiver,
}

// URLArg returns the argument of the function of that key that says where the request or the URL leads that it returns.
func URLArg(pkg, key string) (arg int, ok bool) {
	arg, ok = urlArgs[pkg+"."+key]
	return arg, ok
}

// wrappedRequests lists the fields that hold the request of a struct type that wraps one.
var wrappedRequests = set("github.com/hashicorp/go-retryablehttp.Request.Request")

// IsWrappedRequest reports whether the field holds the request that values of the struct type stand for.
func IsWrappedRequest(pkg, typ, field string) bool { return wrappedRequests[pkg+"."+typ+"."+field] }
