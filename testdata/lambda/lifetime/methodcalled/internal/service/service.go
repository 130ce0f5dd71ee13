// Package service knows nothing of clients.
package service

import "example.com/lambda/lifetime/methodcalled/internal/ports"

type service struct{ notifier ports.Notifier }

// New makes a Case.
func New(n ports.Notifier) ports.Case { return &service{n} }

func (s *service) Do(text string) error { return s.notifier.Notify(text) }
