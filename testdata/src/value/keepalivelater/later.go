// Package keepalivelater enables what it has configured.
package keepalivelater

import (
	"net"
	"time"
)

func dialer(probe bool) *net.Dialer {
	d := &net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Idle: time.Minute, Count: 3}}
	if probe {
		d.KeepAliveConfig.Enable = true
	}
	return d
}
