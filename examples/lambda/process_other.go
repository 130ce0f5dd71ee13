//go:build !unix

package main

import (
	"errors"
	"os"
	"syscall"
)

const canFreeze = false

func freeze(*os.Process) error { return errors.ErrUnsupported }
func thaw(*os.Process) error   { return errors.ErrUnsupported }

func endsWithParent() *syscall.SysProcAttr { return nil }
