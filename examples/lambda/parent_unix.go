//go:build unix && !linux

package main

import "syscall"

// endsWithParent puts a process into a group of its own. When this one ends, however it ends, that group is orphaned, and POSIX
// has the kernel send SIGHUP and SIGCONT to an orphaned group in which a process is stopped. One that is running notices by itself: nobody
// serves it the Runtime API any more.
func endsWithParent() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }
