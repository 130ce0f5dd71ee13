// Package job has work to do with a media.Service that others make.
package job

import "example.com/lambda/lifetime/methodcalled/internal/media"

// A Job does it.
type Job struct{ media media.Service }

// New makes a Job.
func New(s media.Service) *Job { return &Job{media: s} }

// Daily saves.
func (j *Job) Daily(name string) error { return j.media.Save(name) }

// Weekly copies.
func (j *Job) Weekly(url string) error { return copyAll(j.media, url) }

func copyAll(s media.Service, url string) error { return s.Copy(url) }

// Because returns what is behind err.
func Because(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return err
}

// A Tree has trees and nothing else.
type Tree []Tree

// Size counts them.
func Size(t Tree) int {
	n := len(t)
	for _, u := range t {
		n += Size(u)
	}
	return n
}
