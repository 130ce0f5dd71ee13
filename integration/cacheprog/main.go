// The cacheprog command is the smallest remote cache for the go command: a directory, on whatever disk several machines mount.
//
//	GOCACHEPROG="cacheprog dir" go vet -vettool=$(which transportlint) ./...
//
// It speaks the protocol of cmd/go/internal/cacheprog.
package main

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

func main() {
	if err := serve(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "cacheprog:", err)
		os.Exit(1)
	}
}

type request struct {
	ID       int64
	Command  string
	ActionID []byte
	OutputID []byte
	BodySize int64
}

type response struct {
	ID            int64
	Err           string   `json:",omitempty"`
	KnownCommands []string `json:",omitempty"`
	Miss          bool     `json:",omitempty"`
	OutputID      []byte   `json:",omitempty"`
	Size          int64    `json:",omitempty"`
	DiskPath      string   `json:",omitempty"`
}

// serve answers requests on standard input until there are no more.
func serve(args []string) error {
	if len(args) != 1 {
		return errors.New("usage: cacheprog dir")
	}
	dir, err := filepath.Abs(args[0])
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	in, out := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	if err := out.Encode(response{KnownCommands: []string{"get", "put", "close"}}); err != nil {
		return err
	}
	for {
		var req request
		if err := in.Decode(&req); err != nil {
			return err
		}
		var body []byte
		if req.BodySize > 0 {
			if err := in.Decode(&body); err != nil {
				return err
			}
		}
		resp, err := store(dir).answer(req, body)
		if err != nil {
			resp.Err = err.Error()
		}
		resp.ID = req.ID
		if err := out.Encode(resp); err != nil || req.Command == "close" {
			return err
		}
	}
}

// A store is a directory with a file for each action, which holds the ID of its output, and one for each output.
type store string

func (s store) answer(req request, body []byte) (response, error) {
	action := filepath.Join(string(s), "action-"+hex.EncodeToString(req.ActionID))
	switch req.Command {
	case "get":
		id, err := os.ReadFile(action)
		if errors.Is(err, fs.ErrNotExist) {
			return response{Miss: true}, nil
		}
		if err != nil {
			return response{}, err
		}
		output := s.output(id)
		info, err := os.Stat(output)
		if err != nil {
			return response{}, err
		}
		return response{OutputID: id, Size: info.Size(), DiskPath: output}, nil
	case "put":
		output := s.output(req.OutputID)
		if err := s.write(output, body); err != nil {
			return response{}, err
		}
		return response{DiskPath: output}, s.write(action, req.OutputID)
	}
	return response{}, nil
}

func (s store) output(id []byte) string {
	return filepath.Join(string(s), "output-"+hex.EncodeToString(id))
}

// write makes a file appear under name all at once, as others may be reading.
func (s store) write(name string, content []byte) error {
	f, err := os.CreateTemp(string(s), "new-")
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
