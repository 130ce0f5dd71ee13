// Package keepalive has net.KeepAliveConfigs that are not enabled.
package keepalive

import (
	"net"
	"time"
)

var dialer = net.Dialer{
	KeepAliveConfig: net.KeepAliveConfig{
		Idle:     time.Minute, // want `^value: net.KeepAliveConfig sets Idle, Interval and Count without Enable \(ignored\)$`
		Interval: 20 * time.Second,
		Count:    3,
	},
}

var listen = &net.ListenConfig{KeepAliveConfig: net.KeepAliveConfig{Count: 3}} // want `^value: net.KeepAliveConfig sets Count without Enable \(ignored\)$`

func dynamic(idle time.Duration) *net.Dialer {
	return &net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Idle: idle}} // want `^value: net.KeepAliveConfig sets Idle without Enable \(ignored\)$`
}

// Enable is there, or somebody may set it.
var enabled = net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: time.Minute}}

var off = net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Enable: false, Idle: time.Minute}}

func chosen(enable bool) *net.Dialer {
	return &net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Enable: enable, Idle: time.Minute}}
}

var template = net.KeepAliveConfig{Idle: time.Minute}

var zero = net.Dialer{KeepAliveConfig: net.KeepAliveConfig{}}

var positional = net.Dialer{KeepAliveConfig: net.KeepAliveConfig{true, time.Minute, time.Minute, 3}}
