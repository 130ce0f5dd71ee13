package dialparsed

import "strings"

func isLocal(network string) bool { return strings.HasPrefix(network, "unix") || network == "udp" }
