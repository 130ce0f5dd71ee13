package main

import "syscall"

// endsWithParent has the kernel kill a process when this one ends, however it ends.
func endsWithParent() *syscall.SysProcAttr { return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
