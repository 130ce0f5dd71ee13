package evidence

import (
	"errors"
	"net"
	"syscall"
	"testing"
	"time"
)

// Without Enable, a KeepAliveConfig's Idle, Interval and Count are ignored. The operating system is asked for what it was told.
func TestKeepAliveConfig(t *testing.T) {
	t.Parallel()
	var (
		own    = probes{1, 60, 20, 3}
		chosen = net.KeepAliveConfig{Idle: time.Minute, Interval: 20 * time.Second, Count: 3}
		byzero = probes{1, 15, 15, 9}
	)
	enabled := chosen
	enabled.Enable = true
	for _, test := range []struct {
		name   string
		dialer net.Dialer
		want   probes // of an option that is off, nothing more is looked at
	}{
		{"zero", net.Dialer{Timeout: patience}, byzero},
		{"KeepAliveConfig without Enable", net.Dialer{Timeout: patience, KeepAliveConfig: chosen}, byzero},
		{"KeepAliveConfig with Enable", net.Dialer{Timeout: patience, KeepAliveConfig: enabled}, own},
		{"KeepAliveConfig without Enable, KeepAlive 30s", net.Dialer{Timeout: patience, KeepAlive: 30 * time.Second, KeepAliveConfig: chosen},
			probes{1, 30, 15, 9}},
		{"KeepAliveConfig without Enable, KeepAlive negative", net.Dialer{Timeout: patience, KeepAlive: -1, KeepAliveConfig: chosen}, probes{}},
		//transportlint:ignore value the test shows what follows
		{"KeepAlive 30, a bare number", net.Dialer{Timeout: patience, KeepAlive: 30}, probes{1, 1, 15, 9}},
		//transportlint:ignore value the test shows what follows
		{"KeepAliveConfig of bare numbers", net.Dialer{Timeout: patience, KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: 60, Interval: 20}},
			probes{1, 1, 1, 9}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			// What a net.ListenConfig accepts is treated as what a net.Dialer dials.
			config := net.ListenConfig{KeepAlive: test.dialer.KeepAlive, KeepAliveConfig: test.dialer.KeepAliveConfig}
			l, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = l.Close() })
			dialed, err := test.dialer.DialContext(t.Context(), "tcp", l.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			defer dialed.Close()
			accepted, err := l.Accept()
			if err != nil {
				t.Fatal(err)
			}
			defer accepted.Close()
			check(t, dialed, test.want)
			check(t, accepted, test.want)
		})
	}
}

// probes are the options of a socket that say when its peer is probed.
type probes struct{ on, idle, interval, count int }

// check asks the operating system for the probes of a connection.
func check(t *testing.T, conn net.Conn, want probes) {
	raw, err := conn.(*net.TCPConn).SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	var got probes
	var errs [4]error
	err = raw.Control(func(fd uintptr) {
		option := func(level, name int) (value int, err error) { return syscall.GetsockoptInt(int(fd), level, name) }
		if got.on, errs[0] = option(syscall.SOL_SOCKET, syscall.SO_KEEPALIVE); got.on == 0 {
			return
		}
		got.idle, errs[1] = option(syscall.IPPROTO_TCP, syscall.TCP_KEEPIDLE)
		got.interval, errs[2] = option(syscall.IPPROTO_TCP, syscall.TCP_KEEPINTVL)
		got.count, errs[3] = option(syscall.IPPROTO_TCP, syscall.TCP_KEEPCNT)
	})
	if err := errors.Join(append(errs[:], err)...); err != nil {
		t.Fatal(err)
	}
	t.Logf("probes: %+v", got)
	if got != want {
		t.Errorf("probes are %+v, want %+v", got, want)
	}
}
