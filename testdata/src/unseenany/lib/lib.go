// Package lib gets values of any type, and what it does to them cannot be seen: it has not seen net/http.
package lib

import "os"

func Decode(data []byte, into any) error { return os.ErrInvalid }

func DecodeStrict(into any, options ...string) error { return os.ErrInvalid }

func Log(args ...any) { println(len(args)) }
