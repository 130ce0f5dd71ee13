package catalog

// tunnels lists functions of other modules that connect through ssh, and fields that hold such. What goes through one is encrypted
// already, so that TLS inside of it is rare.
var tunnels = set(
	"golang.org/x/crypto/ssh.Client.Dial",
	"golang.org/x/crypto/ssh.Client.DialContext",
	"golang.org/x/crypto/ssh.Client.DialTCP",
	"github.com/docker/cli/cli/connhelper.ConnectionHelper.Dialer",
	"github.com/docker/cli/cli/connhelper/commandconn.New",
)

// IsTunnel reports whether the function of that key connects through ssh, or the field does that is named like a method.
func IsTunnel(pkg, key string) bool { return tunnels[pkg+"."+key] }
