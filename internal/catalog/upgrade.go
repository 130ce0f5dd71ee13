package catalog

// upgraded lists interfaces that dial without a context, and whose package asks the values for a method DialContext, too.
//
//	d, err := proxy.SOCKS5("tcp", addr, nil, &net.Dialer{}) // d.DialContext(ctx, ...) calls that of the net.Dialer
var upgraded = set("golang.org/x/net/proxy.Dialer")

// IsUpgraded reports whether values of the interface of that name may be called with a context, though it does not say so.
func IsUpgraded(pkg, name string) bool { return upgraded[pkg+"."+name] }
