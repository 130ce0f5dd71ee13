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

// requestArgs lists the names of methods that clients of any module have to send a request, with the argument that says where to.
var requestArgs = map[string]int{
	"Get": 0, "Head": 0, "Post": 0, "PostForm": 0, "Put": 0, "Patch": 0, "Delete": 0, "Options": 0, "Do": 0, "Execute": 1,
}

// RequestArg returns the argument that says where a request goes, of a method of that name.
func RequestArg(method string) (arg int, ok bool) {
	arg, ok = requestArgs[method]
	return arg, ok
}
